import { cutBetween } from '../cut-between.ts';
import { findAll, textOf, type MarkupElement } from './markup-tree.ts';
import { isSameColor, readStyle, toColor, type Look } from './read-style.ts';

/** Colours that an element's letters have and stand on, from the elements around it. */
export type Colors = { readonly color: string; readonly background: string };
export const PAPER: Colors = { color: '#000000', background: '#ffffff' };

export type HiddenFinder = (element: MarkupElement, around: Colors) => { readonly isHidden: boolean; readonly colors: Colors };

/** Class names under which texts for screen readers are hidden everywhere. */
const FOR_SCREEN_READERS = /(?:^|\s)(?:[\w-]*-)?(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?)(?=\s|$)/i;

/**
 * Tells which elements of a page a reader doesn't see: by their own style, by simple rules of the page's own style sheets, by
 * "hidden" and "aria-hidden". What is closed and opened by something that can be pressed (a tab, an accordion) is not hidden.
 * Styles from other files are not known.
 */
export function createHiddenFinder(root: MarkupElement): HiddenFinder {
  const rules = readRules(
    findAll(root, ({ name }) => name === 'style')
      .map(textOf)
      .join('\n'),
  );
  const opened = findOpened(root);
  return ({ name, attributes }, around) => {
    const looks = [
      ...selectorsOf(name, attributes).flatMap((selector) => rules.get(selector) ?? []),
      readStyle(attributes['style'] ?? ''),
    ];
    const color = looks.findLast((look) => look.color)?.color ?? toColor(attributes['color']) ?? around.color;
    const background =
      looks.findLast((look) => look.background)?.background ?? toColor(attributes['bgcolor']) ?? around.background;
    const isUnseen = looks.some(({ hides }) => hides === 'unseen') || (color !== around.color && isSameColor(color, background));
    const isClosed =
      looks.some(({ hides }) => hides === 'closed') ||
      ('hidden' in attributes && attributes['hidden'] !== 'until-found') ||
      attributes['aria-hidden'] === 'true' ||
      FOR_SCREEN_READERS.test(attributes['class'] ?? '');
    return { isHidden: isUnseen || (isClosed && !opened.has(attributes['id'] ?? '')), colors: { color, background } };
  };
}

function selectorsOf(name: string, attributes: MarkupElement['attributes']): string[] {
  const classes = (attributes['class'] ?? '').split(/\s+/).filter(Boolean);
  return [name, ...classes.map((each) => `.${each}`), ...(attributes['id'] ? [`#${attributes['id']}`] : [])];
}

/** Rules for one class, id or tag outside of "@media" and the like, by selector. */
function readRules(css: string): ReadonlyMap<string, Look[]> {
  const rules = new Map<string, Look[]>();
  const pieces = cutBetween(css, '/*', '*/').kept.split(/([{}])/);
  // Pieces are text, brace, text, brace: what opens at depth 0 and closes at once is a rule of its own.
  let depth = 0;
  for (let at = 1; at < pieces.length; at += 2) {
    const isRule = pieces[at] === '{' && pieces[at + 2] === '}' && depth === 0;
    depth = Math.max(0, depth + (pieces[at] === '{' ? 1 : -1));
    const look = isRule ? readStyle(pieces[at + 1] ?? '') : undefined;
    if (!look || (!look.hides && !look.color && !look.background)) continue;
    for (const selector of (pieces[at - 1] ?? '').split(',').map((each) => each.trim())) {
      if (/^[.#]?[\w-]+$/.test(selector)) rules.set(selector, [...(rules.get(selector) ?? []), look]);
    }
  }
  return rules;
}

/** Ids of what a button, a tab or a link with words on it opens. */
function findOpened(root: MarkupElement): ReadonlySet<string> {
  const openers = findAll(
    root,
    ({ name, attributes }) => /^(?:button|a|summary)$/.test(name) || /^(?:button|tab)$/.test(attributes['role'] ?? ''),
  );
  return new Set(
    openers.flatMap((opener) => {
      if (!/\p{L}{2}/u.test(textOf(opener))) return [];
      const { attributes } = opener;
      const target = attributes['data-bs-target'] ?? attributes['data-target'] ?? '';
      return [...(attributes['aria-controls'] ?? '').split(/\s+/), ...(target.startsWith('#') ? [target.slice(1)] : [])].filter(
        Boolean,
      );
    }),
  );
}
