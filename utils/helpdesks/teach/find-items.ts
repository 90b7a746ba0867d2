import type { Result } from '../../domain/failure.ts';
import { outermost } from '../layout/read-layout.ts';
import { readMarks, sharedMarks, toOwnSelectors } from './element-marks.ts';

/** The message around each click, and a selector that finds these and their likes. */
export type FoundItems = { readonly css: string; readonly items: readonly Element[]; readonly isFragile: boolean };

const MAX_CSS = 460;

/** Generalises clicks inside two or more messages to the list that they are of. Groups (a day's messages in one box) are looked through. */
export function findItems(clicks: readonly Element[], document: Document): Result<FoundItems, string> {
  const top = commonAncestor(clicks);
  const chains = top ? clicks.map((click) => chainBelow(top, click)) : [];
  const depth = Math.min(...chains.map(({ length }) => length));
  if (!top || chains.length < 2 || depth === 0)
    return { ok: false, error: 'Two of the clicks are in the same message. Click the text of two different messages.' };
  let level = 0;
  while (level < depth - 1 && isGroup(chains, level, depth)) level += 1;
  const items = chains.flatMap((chain) => chain[level] ?? []);
  const wanted = findLikes(items, document);
  const found = toItemSelectors(items)
    .filter((css) => css.length <= MAX_CSS)
    .map((css) => ({ css, ...weigh(css, items, wanted, document) }))
    .filter(({ holdsAll }) => holdsAll);
  const best =
    found.find(({ missed, extra }) => missed + extra === 0) ??
    found.toSorted((a, b) => a.missed - b.missed || a.extra - b.extra)[0];
  if (!best) return { ok: false, error: 'Deskside finds no pattern that holds both messages. This page can’t be taught.' };
  return { ok: true, value: { css: best.css, items, isFragile: /\.[\w-]*\d/.test(best.css) } };
}

export function commonAncestor(elements: readonly Element[]): Element | undefined {
  let at: Element | null | undefined = elements[0];
  while (at && !elements.every((element) => at?.contains(element))) at = at.parentElement;
  return at ?? undefined;
}

/** From the child of `top` down to the element itself. */
export function chainBelow(top: Element, element: Element): readonly Element[] {
  const chain: Element[] = [];
  for (let at: Element | null = element; at && at !== top; at = at.parentElement) chain.unshift(at);
  return chain;
}

/** Does an element at this level hold several messages: does one further down, on the way to every click, stand beside another of its kind? */
function isGroup(chains: readonly (readonly Element[])[], level: number, depth: number): boolean {
  for (let below = level + 1; below < depth; below += 1) {
    const inner = chains.flatMap((chain) => chain[below] ?? []);
    if (!inner.every(isRecord)) return false;
    const isRepeated = inner.some((element) => likesOf(element, peersOf(element, below - level)).length > 1);
    if (isRepeated) return true;
  }
  return false;
}

/** The parents of `element`'s likes: its own, and those in the boxes beside the one that it is in. */
function peersOf(element: Element, up: number): readonly Element[] {
  const parent = element.parentElement;
  if (!parent) return [];
  let box: Element = parent;
  for (let step = 1; step < up && box.parentElement; step += 1) box = box.parentElement;
  const boxes = [...(box.parentElement?.children ?? [])].filter(({ localName }) => localName === box.localName);
  return up === 1 ? boxes : [parent, ...boxes.filter((each) => each !== box)];
}

const likesOf = (element: Element, parents: readonly Element[]): readonly Element[] =>
  parents
    .map((parent) => [...parent.children].filter((child) => child.localName === element.localName && isRecord(child)))
    .toSorted((a, b) => b.length - a.length)[0] ?? [];

/** Holds at least two pieces of text of different kinds, as an author and what they wrote; a paragraph does not. */
function isRecord(element: Element): boolean {
  const kinds = new Set<string>();
  for (const each of element.querySelectorAll('*')) if (hasOwnText(each)) kinds.add(`${each.localName} ${each.className}`);
  return kinds.size > 1;
}

export const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');

/** What stands where the items stand, here and in other groups, and is made like a message. */
function findLikes(items: readonly Element[], document: Document): readonly Element[] {
  const tags = new Set(items.map(({ localName }) => localName));
  const parents = items.flatMap(({ parentElement }) => parentElement ?? []);
  const [mark] = sharedMarks(parents).filter(({ kind }) => kind !== 'made-up');
  const all = mark
    ? [...document.querySelectorAll(mark.css)].filter(({ localName }) => localName === parents[0]?.localName)
    : parents;
  return [...new Set([...parents, ...all])].flatMap((parent) =>
    [...parent.children].filter((child) => tags.has(child.localName) && isRecord(child)),
  );
}

function toItemSelectors(items: readonly Element[]): readonly string[] {
  const [first] = items;
  if (!first) return [];
  const tag = items.every(({ localName }) => localName === first.localName) ? first.localName : '*';
  const own = toOwnSelectors(sharedMarks(items), tag);
  const named = own.filter((css) => css !== tag || css.includes('-'));
  const parents = items.flatMap(({ parentElement }) => parentElement ?? []);
  const top = commonAncestor(parents);
  const around: string[] = [];
  for (let at: Element | null | undefined = top; at && at.localName !== 'html'; at = at.parentElement)
    around.push(...toOwnSelectors(readMarks(at), at.localName).filter((css) => css !== 'div'));
  const inParent = toOwnSelectors(sharedMarks(parents), parents[0]?.localName ?? '*');
  const each = [...new Set(items.map((item) => toOwnSelectors(readMarks(item), item.localName)[0] ?? item.localName))];
  return [
    ...named,
    ...inParent.flatMap((outer) => own.map((css) => `${outer} > ${css}`)),
    ...around.slice(0, 12).flatMap((outer) => own.map((css) => `${outer} ${css}`)),
    ...around.slice(0, 8).flatMap((outer) => inParent.flatMap((inner) => own.map((css) => `${outer} ${inner} > ${css}`))),
    each.join(', '),
  ];
}

function weigh(css: string, items: readonly Element[], wanted: readonly Element[], document: Document) {
  const found = outermost([...document.querySelectorAll(css)]);
  return {
    holdsAll: items.every((item) => found.includes(item)),
    missed: wanted.filter((item) => !found.includes(item)).length,
    extra: found.filter((item) => !wanted.includes(item)).length,
  };
}
