import { readMarks } from './element-marks.ts';

/** What decides an audience, in the names and values of machines. */
const WORDS = /internal|private|public|visib|audience|whisper|channel|note|(?:reply|comment|article|message)[-_]?type/i;
const MAY_DECIDE = 'button, output, [role="combobox"], [role="listbox"], [role="button"], [aria-haspopup], input[type="hidden"]';

/** Signs of a box that writes a note, where it does not show them now. */
const NOTE_SIGNS = [
  '[class*="internal" i]',
  '[class*="private" i]',
  '[class*="whisper" i]',
  '[class*="note" i]',
  '[data-type="note"]',
  '[data-mode="note"]',
  '[name="internal"][value="true"]',
  '[name="private"][value="true"]',
];

const MAX_SIGNS = 6;
const MAX_CSS = 460;

/**
 * How a pane stands that has no control which Deskside can read: `asShown` holds as long as everything that may decide its audience looks as it does now, and
 * `asNote` are signs of a note that it does not show. Either fails to the safe side: a box that changed counts as internal.
 */
export function findPaneState(
  pane: Element,
  paneCss: string,
  editor: Element,
): { readonly asShown: string; readonly asNote: readonly string[] } {
  const outside = (css: string): readonly Element[] =>
    [...pane.querySelectorAll(css)].filter((element) => !editor.contains(element));
  const own = readMarks(pane).flatMap(({ css, kind }) => (kind !== 'tag' && WORDS.test(css) ? [css] : []));
  const signs = outside(MAY_DECIDE)
    .filter((element) => WORDS.test([...element.attributes].map(({ name, value }) => `${name} ${value}`).join(' ')))
    .flatMap(readState);
  const asShown = [...new Set(signs)]
    .slice(0, MAX_SIGNS)
    .reduce((css, sign) => (css.length + sign.length < MAX_CSS ? `${css}:has(${sign})` : css), `:is(${paneCss})${own.join('')}`);
  const holds = (css: string): boolean => pane.matches(css) || outside(css).length > 0;
  return { asShown: asShown === `:is(${paneCss})` ? paneCss : asShown, asNote: NOTE_SIGNS.filter((css) => !holds(css)) };
}

/** Its marks and its value together, and those of what it shows: an icon in it. */
function readState(element: Element): readonly string[] {
  const named = readMarks(element).filter(
    ({ css, kind }) => kind !== 'made-up' && kind !== 'tag' && kind !== 'id' && !css.startsWith('.'),
  );
  const value = element.getAttribute('value');
  const self = `${element.localName}${named.map(({ css }) => css).join('')}${value !== null && /^[\w-]{0,40}$/.test(value) && !/\d{3}/.test(value) ? `[value="${value}"]` : ''}`;
  const inside = [...element.querySelectorAll('[class]')].flatMap((each) =>
    readMarks(each).filter(({ kind }) => kind === 'class'),
  );
  return [self, ...inside.slice(0, 3).map(({ css }) => `${self} ${css}`)];
}
