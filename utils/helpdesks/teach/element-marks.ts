import { isReadableName, toNamedStem } from '../layout/mark-words.ts';
import { isOfPerson, isStateClass } from '../layout/state-words.ts';

/** How likely a mark is there after the helpdesk's next release, most likely first. */
export type MarkKind = 'test-id' | 'data' | 'role' | 'tag' | 'class' | 'stem' | 'id' | 'made-up';
export type Mark = { readonly css: string; readonly kind: MarkKind };

const TEST_ID = /^data-(?:test|testid|test-id|qa|cy|test-selector|automation-id)$/;
/** Passing states, what frameworks put there, and what a person wrote. */
const NOT_A_MARK =
  /^(?:class|id|style|title|tabindex|lang|dir|slot|for|href|src|alt|value|placeholder|hidden|datetime|aria-.*|on.*|data-v-.*|data-react.*|checked|selected|disabled|contenteditable)$/;
const PLAIN_TAGS = /^(?:div|span|p|a|b|i|em|strong|small|ul|ol|svg|path|br|img|center|font)$/;

/** A word that may stand in a selector's string as it is. */
const isPlainValue = (value: string): boolean => /^[a-z][a-z_.:-]{0,39}$/i.test(value);

/**
 * Selectors that an element answers by itself, most stable first: test ids, data attributes with a word in them, roles, semantic tags, readable
 * classes, the named part of a finished class, readable ids, and last what a tool made up. Nothing that was written by a person, and no state.
 */
export function readMarks(element: Element): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { name, value } of element.attributes) {
    if (NOT_A_MARK.test(name) || !/^[a-z][\w-]*$/i.test(name)) continue;
    const kind = TEST_ID.test(name) ? 'test-id' : name === 'role' ? 'role' : 'data';
    if (isPlainValue(value) && !isStateClass(value) && !(kind === 'data' && name !== 'name' && isOfPerson(name)))
      marks.push({ css: `[${name}="${value}"]`, kind });
    else if (kind === 'data' && name !== 'type') marks.push({ css: `[${name}]`, kind });
  }
  const tag = element.localName;
  if (!PLAIN_TAGS.test(tag) && /^[a-z][\w-]*$/.test(tag)) marks.push({ css: tag, kind: 'tag' });
  for (const name of element.classList) {
    if (isStateClass(name) || !/^[a-z_][\w-]*$/i.test(name)) continue;
    const stem = toNamedStem(name);
    if (isReadableName(name)) marks.push({ css: `.${name}`, kind: 'class' });
    else marks.push(stem ? { css: `[class*="${stem}"]`, kind: 'stem' } : { css: `.${name}`, kind: 'made-up' });
  }
  if (isReadableName(element.id)) marks.push({ css: `#${element.id}`, kind: 'id' });
  return marks.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const order: readonly MarkKind[] = ['test-id', 'data', 'role', 'class', 'tag', 'stem', 'id', 'made-up'];

/** Marks that every one of the elements has, in the order of the first. */
export function sharedMarks(elements: readonly Element[]): readonly Mark[] {
  const [first, ...others] = elements;
  return first ? readMarks(first).filter(({ css }) => others.every((other) => other.matches(css))) : [];
}

/** Selectors of one element, its tag and its marks alone and together, most stable first; what was made up by a tool comes after everything else. */
export function toOwnSelectors(marks: readonly Mark[], tag: string): readonly string[] {
  const lasting = marks.filter(({ kind }) => kind !== 'made-up').map(({ css }) => css);
  const madeUp = marks.filter(({ kind }) => kind === 'made-up').map(({ css }) => css);
  const join = (css: string): string => (/^[a-z]/.test(css) ? css : `${tag}${css}`);
  const pairs = lasting.flatMap((a, index) => lasting.slice(index + 1).map((b) => (/^[a-z]/.test(b) ? `${b}${a}` : `${a}${b}`)));
  const isJoinable = (css: string): boolean => !/^[a-z].*[a-z]$/.test(css) || !css.includes(' ');
  return [...new Set([...lasting, ...lasting.map(join), ...pairs.filter(isJoinable).slice(0, 12), tag, ...madeUp.slice(0, 3)])];
}
