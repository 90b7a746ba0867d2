import { decodeText } from './decode-text.ts';
import { readDocxStyles, valueOf } from './docx-styles.ts';
import { readParagraph, type DocxText } from './docx-text.ts';
import { findChild, findFirst, isElement, parseMarkup, textOf, type MarkupElement } from './html/markup-tree.ts';
import { createSectionCollector, liftTitle, type ParsedPage } from './parsed-page.ts';
import { UnreadableError } from './unreadable-error.ts';
import { isZip, listZip, type UnzipBudget } from './unzip-files.ts';

/** What holds paragraphs and is no paragraph: content controls, fields, changes that were accepted. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

/**
 * A Word document as sections of plain text: headings become the path, lists "- " or "1. ", tables "a | b" lines. Left out are
 * deleted and hidden text, notes, headers and footers. Throws `UnreadableError` for what is locked or no such document.
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
export function parseDocx(bytes: Uint8Array, budget: UnzipBudget): ParsedPage {
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isOld) throw new UnreadableError('it is locked with a password, or saved by an old Word; save it as a plain DOCX');
  if (!isZip(bytes)) throw new UnreadableError('it is damaged, or not what its name says');
  const entries = new Map(listZip(bytes, budget).map(({ name, read }) => [name, read]));
  const readPart = (name: string): MarkupElement =>
    parseMarkup(decodeText(entries.get(name)?.() ?? new Uint8Array()) ?? '', 'xml');

  const body = findFirst(readPart('word/document.xml'), ({ name }) => name === 'w:body');
  if (!body) throw new UnreadableError('it is damaged, or not what its name says');
  const styles = readDocxStyles(readPart('word/styles.xml'), readPart('word/numbering.xml'));
  const collector = createSectionCollector();
  const hidden: string[] = [];
  const counters = new Map<string, number>();
  const properties = readPart('docProps/core.xml');
  let title = '';

  const toLine = (paragraph: MarkupElement, { text }: DocxText): string => {
    const properties = findChild(paragraph, 'w:pPr');
    const numbered = findChild(properties, 'w:numPr');
    const list = valueOf(numbered, 'w:numId') ?? styles.listOfStyle(valueOf(properties, 'w:pStyle') ?? '');
    const level = valueOf(numbered, 'w:ilvl') ?? '0';
    const kind = list === undefined ? undefined : styles.listKind(list, level);
    if (!kind) return text;
    const indent = '  '.repeat(Math.min(Number(level), 8));
    if (kind === 'bulleted') return `${indent}- ${text}`;
    const count = (counters.get(`${list} ${level}`) ?? 0) + 1;
    counters.set(`${list} ${level}`, count);
    // A number begins anew beneath the next item of the level above.
    for (const key of counters.keys())
      if (key.startsWith(`${list} `) && Number(key.split(' ')[1]) > Number(level)) counters.delete(key);
    return `${indent}${count}. ${text}`;
  };

  const read = (paragraph: MarkupElement, onPaper: boolean): DocxText => {
    const found = readParagraph(paragraph, onPaper);
    hidden.push(...found.hidden);
    return found;
  };

  const takeParagraph = (paragraph: MarkupElement): void => {
    const properties = findChild(paragraph, 'w:pPr');
    const found = read(paragraph, true);
    const depth = styles.headingDepth(valueOf(properties, 'w:pStyle') ?? '', valueOf(properties, 'w:outlineLvl'));
    if (found.text.trim() === '') collector.addLine('');
    else if (depth === undefined) {
      const line = toLine(paragraph, found);
      collector.addLine(line);
      if (line === found.text) collector.addLine('');
    } else if (depth === 0 && title === '') title = found.text.trim();
    else collector.addHeading(Math.max(1, depth), found.text);
  };

  const takeTable = (table: MarkupElement): void => {
    collector.addLine('');
    for (const row of childrenOf(table, 'w:tr')) {
      const cells = childrenOf(row, 'w:tc').map((cell) =>
        paragraphsOf(cell)
          .map((each) => read(each, false).text.trim())
          .filter(Boolean)
          .join(' '),
      );
      if (cells.some((cell) => cell !== '')) collector.addLine(cells.join(' | ').replaceAll('\n', ' '));
    }
    collector.addLine('');
  };

  const take = (element: MarkupElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (child.name === 'w:p') takeParagraph(child);
      else if (child.name === 'w:tbl') takeTable(child);
      else if (WRAPPERS.has(child.name)) take(child);
    }
  };
  take(body);

  const named = textOf(findFirst(properties, ({ name }) => name === 'dc:title') ?? '').trim();
  const locale = textOf(findFirst(properties, ({ name }) => name === 'dc:language') ?? '').trim();
  const updated = Date.parse(textOf(findFirst(properties, ({ name }) => name === 'dcterms:modified') ?? ''));
  return {
    ...liftTitle(title || named, collector.finish()),
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(locale ? { locale } : {}),
    ...(Number.isNaN(updated) ? {} : { updatedAt: new Date(updated).toISOString() }),
  };
}

/** Children of a name, also those inside content controls and accepted changes. */
function childrenOf(element: MarkupElement, wanted: string): MarkupElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.name === wanted) return [child];
    return WRAPPERS.has(child.name) ? childrenOf(child, wanted) : [];
  });
}

/** Paragraphs of a cell, with those of tables inside it. */
function paragraphsOf(cell: MarkupElement): MarkupElement[] {
  return cell.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.name === 'w:p' ? [child] : paragraphsOf(child);
  });
}
