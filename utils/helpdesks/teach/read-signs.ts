import { isReadableName } from '../layout/mark-words.ts';
import { readMarks } from './element-marks.ts';

/**
 * Everything that a message says of its kind outside its body, as selectors, its root's before its descendants': marks, the icons that it uses, and the
 * shape of its links (`a[href*="/customers/"]`). None that holds one of the names.
 */
export function readSigns(item: Element, bodyCss: string, names: readonly string[]): readonly string[] {
  const bodies = [...item.querySelectorAll(bodyCss)];
  const outside = [...item.querySelectorAll('*')].filter((element) => !bodies.some((body) => body.contains(element)));
  const words = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 2);
  const signs = [
    ...readMarks(item).map(({ css }) => css),
    ...outside.flatMap((element) => [...readMarks(element).map(({ css }) => css), ...readLinkShape(element)]),
  ];
  return [...new Set(signs)].filter((css) => css.length <= 200 && !words.some((word) => isNamed(css, word)));
}

const isNamed = (css: string, word: string): boolean =>
  css
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(word);

/** The words in a link's path, with ids, names in numbers and queries taken out; where an icon comes from. */
function readLinkShape(element: Element): readonly string[] {
  const href = element.getAttribute('href') ?? '';
  if (element.localName === 'use' && /^#[\w-]{1,60}$/.test(href)) return [`use[href="${href}"]`];
  if (element.localName !== 'a') return [];
  if (href.startsWith('mailto:')) return ['a[href^="mailto:"]'];
  const path = URL.parse(href, 'https://page.invalid')?.pathname ?? '';
  const pieces = path.split('/').slice(1);
  return pieces.flatMap((piece, index) =>
    isReadableName(piece) ? [`a[href*="/${piece}${index < pieces.length - 1 ? '/' : ''}"]`] : [],
  );
}
