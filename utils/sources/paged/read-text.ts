import { readHtml, type PageText } from './read-html.ts';

/** A text that may be HTML or not, as fields are that people fill in with either editor. */
export function readText(text: string): PageText {
  const isHtml = /<(?:p|br|div|ul|ol|table|h[1-6]|span|a|b|strong)\b[^>]*>/i.test(text);
  if (isHtml) return readHtml(text);
  const plain = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return { raw: text, sections: plain === '' ? [] : [{ headings: [], text: plain }] };
}
