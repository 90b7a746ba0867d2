import { isOfPerson, isStateClass } from './state-words.ts';

/** Attributes that say nothing of what a message is. */
const SKIPPED =
  /^(?:class|id|style|title|tabindex|lang|dir|slot|name|for|href|src|hidden|datetime|aria-.*|on.*|data-v-.*|data-react.*)$/;

/**
 * What the root of a message says of itself, apart from passing states and what is its own (ids, numbers, names): `.reply`, `[data-kind="note"]`,
 * `[data-id]`. Where the root only wraps, what it wraps counts with it. Two messages of one kind have the same marks, in any ticket.
 */
export function readRootMarks(root: Element): readonly string[] {
  return [...new Set(toWrapped(root).flatMap(readMarksOf))].map((mark) => mark.slice(0, 160));
}

/** The root, and what stands alone inside it. */
function toWrapped(root: Element): readonly Element[] {
  const [only] = root.children;
  return only && root.childElementCount === 1 ? [root, ...toWrapped(only)] : [root];
}

function readMarksOf(element: Element): readonly string[] {
  const classes = [...element.classList].filter((name) => !isStateClass(name)).map(toClassMark);
  const attributes = [...element.attributes].flatMap(({ name, value }) => {
    if (SKIPPED.test(name)) return [];
    const isKind = /^[a-z][a-z _-]{0,39}$/i.test(value) && !isOfPerson(name) && !isStateClass(value);
    return [isKind ? `[${name}="${value}"]` : `[${name}]`];
  });
  return [...classes, ...attributes];
}

/** A number at the end of a word counts messages. */
const toClassMark = (name: string): string => `.${/^[a-z_-]+\d+$/i.test(name) ? name.replace(/\d+$/, '#') : name}`;

/** `.Card_note__*` stands for a class that a tool has finished with a hash, another one in every release. */
export const isKnownMark = (mark: string, known: readonly string[]): boolean =>
  known.some(
    (each) =>
      each === mark ||
      (each.endsWith('*') && mark.startsWith(each.slice(0, -1)) && /^[a-z0-9]{4,10}$/i.test(mark.slice(each.length - 1))),
  );
