import { isOfPerson, isStateClass, toNamedStem } from './mark-words.ts';

/** Attributes that say nothing of what a message is. */
const SKIPPED =
  /^(?:class|id|style|title|tabindex|lang|dir|slot|name|for|href|src|hidden|datetime|aria-.*|on.*|data-v-.*|data-react.*)$/;

/**
 * What the root of a message says of itself, apart from passing states and what is its own (ids, numbers, names): `.reply`, `[data-kind="note"]`,
 * `[data-id]`. Two messages of one kind have the same marks, in any ticket.
 */
export function readRootMarks(root: Element): readonly string[] {
  const classes = [...root.classList].filter((name) => !isStateClass(name)).map(toClassMark);
  const attributes = [...root.attributes].flatMap(({ name, value }) => {
    if (SKIPPED.test(name)) return [];
    const isKind = /^[a-z][a-z _-]{0,39}$/i.test(value) && !isOfPerson(name) && !isStateClass(value);
    return [isKind ? `[${name}="${value}"]` : `[${name}]`];
  });
  return [...new Set([...classes, ...attributes])].map((mark) => mark.slice(0, 160));
}

/** A number at the end of a word counts messages; a hash after a name changes with every release. */
function toClassMark(name: string): string {
  return `.${toNamedStem(name) ?? (/^[a-z_-]+\d+$/i.test(name) ? name.replace(/\d+$/, '#') : name)}`;
}
