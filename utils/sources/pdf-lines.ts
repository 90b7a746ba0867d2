/** A line of a page: its words by the gaps between them, in points; `y` counts from the top. */
export type PdfLine = {
  readonly cells: readonly { readonly x: number; readonly end: number; readonly text: string }[];
  readonly y: number;
  /** Height of its letters, in points. */
  readonly size: number;
};

/** What is used of the library's text content. */
export type PdfText = {
  readonly items: readonly ({ readonly str: string; readonly transform: readonly number[]; readonly width: number } | object)[];
};
export type PdfViewport = { readonly transform: readonly number[]; readonly scale: number };

/** Letters below this can't be read; who sets them does not want them read. */
const MIN_SIZE = 2.5;
/** In letter heights: a gap as wide divides columns, a wider shift ends a line, a narrower gap is no space. */
const COLUMN_GAP = 1.6;
const LINE_SHIFT = 0.5;
const SPACE_GAP = 0.15;

type Cell = { x: number; end: number; text: string };

/** Lines of a page in the order in which the file writes them; turned and tiny letters are left out. */
export function readPdfLines({ items }: PdfText, viewport: PdfViewport): PdfLine[] {
  const lines: { cells: Cell[]; y: number; size: number }[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const place = toPlace(item.transform, viewport);
    if (!place || place.size < MIN_SIZE) continue;
    const { x, y, size } = place;
    const end = x + item.width * viewport.scale;
    const line = lines.at(-1);
    const cell = line?.cells.at(-1);
    const isSameLine = line && cell && Math.abs(line.y - y) <= LINE_SHIFT * Math.max(size, line.size) && x >= cell.end - size * 3;
    if (item.str.trim() === '') {
      // A space is as wide as the file says: only a narrow one is a word's.
      if (isSameLine && end - cell.end < COLUMN_GAP * line.size && !cell.text.endsWith(' ')) {
        cell.text += ' ';
        cell.end = Math.max(cell.end, end);
      }
      continue;
    }
    if (!isSameLine) {
      lines.push({ cells: [{ x, end, text: item.str }], y, size });
      continue;
    }
    const gap = x - cell.end;
    line.size = Math.max(line.size, size);
    if (gap > COLUMN_GAP * line.size) line.cells.push({ x, end, text: item.str });
    else {
      cell.text += gap > SPACE_GAP * size && !cell.text.endsWith(' ') ? ` ${item.str}` : item.str;
      cell.end = end;
    }
  }
  return lines.map((line) => ({
    ...line,
    cells: line.cells
      .map((cell) => ({ ...cell, text: cell.text.replaceAll(/\s+/g, ' ').trim() }))
      .filter(({ text }) => text !== ''),
  }));
}

/** Where letters stand on the page as it is looked at; `undefined` where they stand askew. */
function toPlace(transform: readonly number[], viewport: PdfViewport): { x: number; y: number; size: number } | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = viewport.transform;
  const along = { x: va * a + vc * b, y: vb * a + vd * b };
  const up = { x: va * c + vc * d, y: vb * c + vd * d };
  const isUpright = Math.abs(along.y) <= Math.abs(along.x) * 0.05 && along.x > 0;
  if (!isUpright) return undefined;
  return { x: va * e + vc * f + ve, y: vb * e + vd * f + vf, size: Math.hypot(up.x, up.y) };
}
