import { sharedMarks, toOwnSelectors } from './element-marks.ts';

/** A selector of one part inside every message, looked for as the engine looks: the message itself counts, what is in its body does not. */
export type PartSearch = {
  /** The messages that were shown, and the part in each where it is known; at least in the first. */
  readonly items: readonly Element[];
  readonly parts: readonly (Element | undefined)[];
  /** Messages like them, for choosing the selector that holds in most. */
  readonly all: readonly Element[];
  readonly isGood: (found: Element, item: Element) => boolean;
  /** What is not looked into. */
  readonly isApart: (found: Element, item: Element) => boolean;
};

export type SelectedPart = { readonly css: string; readonly isFragile: boolean };

export function selectPart({ items, parts, all, isGood, isApart }: PartSearch): SelectedPart | undefined {
  const known = parts.filter((part): part is Element => part !== undefined);
  const [part] = known;
  const [item] = items;
  if (!part || !item) return undefined;
  const isRight = (css: string): boolean =>
    items.every((each, index) => {
      const found = findFirst(each, css, isApart);
      return found !== undefined && isGood(found, each) && (parts[index] === undefined || parts[index] === found);
    });
  const covers = (css: string): number =>
    all.filter((each) => {
      const found = findFirst(each, css, isApart);
      return found !== undefined && isGood(found, each);
    }).length;
  const right = toPartSelectors(known, item).filter((css) => css.length <= 300 && isRight(css));
  const weighed = right.map((css, index) => ({ css, index, covered: covers(css) }));
  const [best] = weighed.toSorted((a, b) => b.covered - a.covered || a.index - b.index);
  return best && { css: best.css, isFragile: /nth-of-type|\.[\w-]*\d/.test(best.css) };
}

export function findFirst(
  item: Element,
  css: string,
  isApart: (found: Element, item: Element) => boolean = () => false,
): Element | undefined {
  if (item.matches(css) && !isApart(item, item)) return item;
  return [...item.querySelectorAll(css)].find((found) => !isApart(found, item));
}

function toPartSelectors(parts: readonly Element[], item: Element): readonly string[] {
  const [part] = parts;
  if (!part) return [];
  const tag = parts.every(({ localName }) => localName === part.localName) ? part.localName : '*';
  const own = toOwnSelectors(sharedMarks(parts), tag);
  const isTagOnly = (css: string): boolean => css === tag && !tag.includes('-');
  const combined: string[] = [];
  let path = toPosition(part);
  for (let at = part.parentElement; at && at !== item && item.contains(at); at = at.parentElement) {
    const outer = toOwnSelectors(sharedMarks([at]), at.localName);
    combined.push(...outer.flatMap((css) => own.map((inner) => `${css}${at === part.parentElement ? ' > ' : ' '}${inner}`)));
    path = `${toPosition(at)} > ${path}`;
  }
  return [...own.filter((css) => !isTagOnly(css)), ...combined, ...own.filter(isTagOnly), path];
}

function toPosition(element: Element): string {
  const alike = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName);
  return alike.length > 1 ? `${element.localName}:nth-of-type(${alike.indexOf(element) + 1})` : element.localName;
}
