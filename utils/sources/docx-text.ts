import { findChild, isElement, textOf, type MarkupElement } from './html/markup-tree.ts';
import { valueOf } from './docx-styles.ts';

/** What a reader sees of a paragraph, and what they don't. */
export type DocxText = { readonly text: string; readonly hidden: readonly string[] };

/** Never text of the reader's: what was deleted, codes of fields, the second copy of a drawing. */
const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:pPr', 'w:rPr']);
/** A letter below two points can't be read. */
const UNREADABLE_HALF_POINTS = 4;

/**
 * The text of a paragraph's runs; tabs are spaces, breaks are line ends. White letters are hidden `onPaper`, not in tables,
 * whose rows are often dark.
 */
export function readParagraph(paragraph: MarkupElement, onPaper: boolean): DocxText {
  const isPaper = onPaper && !findChild(findChild(paragraph, 'w:pPr'), 'w:shd');
  const hidden: string[] = [];
  const read = (element: MarkupElement): string =>
    element.children
      .map((child) => {
        if (!isElement(child) || LEFT_OUT.has(child.name)) return '';
        if (child.name === 'w:t') return textOf(child);
        if (child.name === 'w:tab') return ' ';
        if (child.name === 'w:br' || child.name === 'w:cr') return '\n';
        if (child.name === 'w:noBreakHyphen') return '-';
        const text = read(child);
        if (child.name !== 'w:r' || !isHiddenRun(child, isPaper)) return child.name === 'w:txbxContent' ? `${text}\n` : text;
        if (text.trim() !== '') hidden.push(text.trim());
        return '';
      })
      .join('');
  const text = read(paragraph)
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim();
  return { text, hidden };
}

function isHiddenRun(run: MarkupElement, isPaper: boolean): boolean {
  const properties = findChild(run, 'w:rPr');
  if (!properties) return false;
  const vanish = findChild(properties, 'w:vanish');
  if (vanish && !/^(?:0|false|off)$/.test(vanish.attributes['w:val'] ?? '')) return true;
  if (Number(valueOf(properties, 'w:sz') ?? 20) < UNREADABLE_HALF_POINTS) return true;
  const isShaded = findChild(properties, 'w:shd') ?? findChild(properties, 'w:highlight');
  return isPaper && !isShaded && /^f{6}$/i.test(valueOf(properties, 'w:color') ?? '');
}
