import type { SectionCollector } from './parsed-page.ts';
import type { PdfLine } from './pdf-lines.ts';

/** Against the size of most letters: what is larger by a tenth is a heading. */
const HEADING_RATIO = 1.1;
/** Longer than this nothing is a heading. */
const MAX_HEADING = 140;
/** Levels that are told apart; smaller ones are the last. */
const MAX_DEPTH = 4;
/** In letter heights: lines further apart than this belong to two paragraphs. */
const PARAGRAPH_GAP = 1.75;
/** In points: cells of two rows that begin as close to each other stand in one column. */
const ALIGNED = 6;
const BULLET = /^[•◦▪▫●○■□‣⁃·*–—-]\s+/;
/** A line of a table of contents: dots up to a page's number. */
const CONTENTS = /(?:\. ?){5,}\s*(?:\d+|[ivxlc]+)$/;
/** A page's number by itself. */
const PAGE_NUMBER = /^[-–— ]*(?:\d{1,4}|[ivxlc]{1,6})[-–— ]*$/;
/** Scripts without spaces between words. */
const CJK = /[\u3000-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;
/** Of the width of the text: a line that ends so far before the edge ended on purpose. */
const SHORT_SHARE = 0.25;
const NUMBER = /^\(?(?:\d{1,3}|[a-z])[.)]\s+/;

/** Lines of pages as headings, paragraphs, lists and tables. */
export function addPdfLines(pages: readonly (readonly PdfLine[])[], collector: SectionCollector): void {
  const repeated = findRepeated(pages);
  /** Running heads, page numbers, tables of contents. */
  const isFrame = (line: PdfLine, at: number, count: number): boolean => {
    const text = toText(line);
    if (text === '' || CONTENTS.test(text)) return true;
    return (at < 2 || at >= count - 2) && (repeated.has(toKey(line)) || (pages.length > 1 && PAGE_NUMBER.test(text)));
  };
  const lines = pages.flatMap((page, index) =>
    page.filter((line, at) => !isFrame(line, at, page.length)).map((line) => ({ line, page: index })),
  );
  const body = findBodySize(lines.map(({ line }) => line));
  const sizes = [...new Set(lines.map(({ line }) => toStep(line.size)))]
    .filter((size) => size >= body * HEADING_RATIO)
    .toSorted((a, b) => b - a);
  const edges = findEdges(lines.map(({ line }) => line));
  let paragraph = '';
  const endParagraph = (): void => {
    if (paragraph !== '') collector.addLine(paragraph);
    paragraph = '';
  };
  let heading: { text: string; size: number; y: number; page: number } | undefined;
  const endHeading = (): void => {
    if (heading) collector.addHeading(Math.min(sizes.indexOf(heading.size) + 1, MAX_DEPTH), heading.text);
    heading = undefined;
  };
  let isTable = false;
  for (const [index, { line, page }] of lines.entries()) {
    const text = toText(line);
    const size = toStep(line.size);
    const before = lines[index - 1];
    if (size >= body * HEADING_RATIO && text.length <= MAX_HEADING && /\p{L}/u.test(text)) {
      endParagraph();
      isTable = false;
      const isWrapped = heading?.size === size && heading.page === page && line.y - heading.y < line.size * PARAGRAPH_GAP;
      if (!isWrapped) endHeading();
      heading = { text: heading ? `${heading.text} ${text}` : text, size, y: line.y, page };
      continue;
    }
    endHeading();
    const isRow =
      line.cells.length > 1 && [before, lines[index + 1]].some((other) => other?.page === page && isSameTable(line, other.line));
    const isApart =
      !before || before.page !== page || line.y - before.line.y > PARAGRAPH_GAP * line.size || line.y < before.line.y;
    if (isRow || isTable !== isRow) endParagraph();
    if (isTable !== isRow) collector.addLine('');
    isTable = isRow;
    if (isRow) {
      collector.addLine(line.cells.map((cell) => cell.text).join(' | '));
      continue;
    }
    const isItem = BULLET.test(text) || NUMBER.test(text);
    const isPageBreak =
      before !== undefined && before.page !== page && paragraph !== '' && !/[.!?:。]$/.test(paragraph.slice(-1));
    const isBroken = !isApart && before !== undefined && isShort(before.line, edges) && !/^\p{Ll}/u.test(text);
    if (isItem || isBroken || (isApart && !isPageBreak)) endParagraph();
    if (isApart && !isItem && !isPageBreak) collector.addLine('');
    paragraph = joinLine(paragraph, text.replace(BULLET, '- '));
  }
  endHeading();
  endParagraph();
}

/** The size of most letters. */
function findBodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const count = line.cells.reduce((sum, cell) => sum + cell.text.length, 0);
    letters.set(toStep(line.size), (letters.get(toStep(line.size)) ?? 0) + count);
  }
  return [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 1;
}

type Edges = { readonly left: number; readonly right: number };

/** Where most lines begin and the longest end. */
function findEdges(lines: readonly PdfLine[]): Edges {
  const starts = lines.map(({ cells }) => cells[0]?.x ?? 0).toSorted((a, b) => a - b);
  const ends = lines.map(({ cells }) => cells.at(-1)?.end ?? 0).toSorted((a, b) => a - b);
  // A tenth may stand outside: notes in the margin, wide tables.
  return { left: starts[Math.floor(starts.length / 10)] ?? 0, right: ends[Math.ceil((ends.length * 9) / 10) - 1] ?? 0 };
}

/** Ends so far before the edge that the next word would have had room: an item of a list whose signs are drawn, an address. */
function isShort({ cells }: PdfLine, { left, right }: Edges): boolean {
  return right - (cells.at(-1)?.end ?? right) > (right - left) * SHORT_SHARE;
}

/** Half points: files give 11.96 and 12.04 for the same letters. */
const toStep = (size: number): number => Math.round(size * 2) / 2;

/** A line broken after a hyphen is one word again when it goes on in lower case. */
function joinLine(paragraph: string, text: string): string {
  if (paragraph === '') return text;
  if (CJK.test(paragraph.slice(-1)) && CJK.test(text.slice(0, 1))) return paragraph + text;
  return /\p{L}-$/u.test(paragraph.slice(-3)) && /^\p{Ll}/u.test(text) ? paragraph.slice(0, -1) + text : `${paragraph} ${text}`;
}

/** Rows whose cells, as far as both have them, begin or end in the same columns. */
function isSameTable(a: PdfLine, b: PdfLine): boolean {
  if (b.cells.length < 2) return false;
  const isOver = a.cells.every((cell, at) => cell.x < (b.cells[at]?.end ?? 0) && (b.cells[at]?.x ?? 0) < cell.end);
  // The words of a first row often stand in the middle of their columns.
  if (a.cells.length === b.cells.length && (isOver || a.cells.length > 2)) return true;
  const [few, many] = a.cells.length < b.cells.length ? [a, b] : [b, a];
  return few.cells.every((cell) =>
    many.cells.some(({ x, end }) => Math.abs(x - cell.x) < ALIGNED || Math.abs(end - cell.end) < ALIGNED),
  );
}

const toText = ({ cells }: PdfLine): string => cells.map((cell) => cell.text).join(' ');

/** A line with its numbers made equal: "Page 3 of 10" stands on every page. */
function toKey({ cells }: PdfLine): string {
  return cells.map(({ text }) => text.replaceAll(/\d+/g, '#')).join(' ');
}

/** First and last lines that stand on at least three pages and on half of them: running heads and page numbers. */
function findRepeated(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(page.filter((_line, at) => at < 2 || at >= page.length - 2).map(toKey)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = Math.max(3, pages.length / 2);
  return new Set([...counts].flatMap(([key, count]) => (count >= enough ? [key] : [])));
}
