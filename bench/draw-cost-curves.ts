import type { RetrievalRow } from './bench-retrieval.ts';

const WIDTH = 320;
const HEIGHT = 240;
const MARGIN = 44;
const colours: Readonly<Record<string, string>> = {
  deskside: '#0b6b73',
  minisearch: '#b07a12',
  flexsearch: '#7a4fb5',
  orama: '#8a8f98',
};
const charts = [
  ['p95Ms', 'Question, p95 (ms)'],
  ['freshMs', 'Fresh worker to first result (ms)'],
  ['buildMs', 'Build (ms)'],
  ['idleMB', 'Memory at rest (MB)'],
] as const;

/** Cost against size, both on logarithmic axes, one chart a cost, as SVG. */
export function drawCostCurves(rows: readonly RetrievalRow[]): string {
  const sizes = rows.map(({ passages }) => passages);
  const drawn = charts.map(([key, title], at) => drawChart(rows, key, title, at * WIDTH, Math.min(...sizes), Math.max(...sizes)));
  const legend = Object.entries(colours).map(
    ([engine, colour], at) => `<text x="${MARGIN + at * 110}" y="${HEIGHT + 22}" fill="${colour}">${engine}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * charts.length} ${HEIGHT + 30}" font-family="sans-serif" font-size="12">\n${[...drawn, ...legend].join('\n')}\n</svg>\n`;
}

function drawChart(
  rows: readonly RetrievalRow[],
  key: (typeof charts)[number][0],
  title: string,
  left: number,
  from: number,
  to: number,
): string {
  const costs = rows.map((row) => Math.max(0.01, row[key]));
  const low = Math.floor(Math.log10(Math.min(...costs)));
  const high = Math.ceil(Math.log10(Math.max(...costs)));
  const toX = (size: number): number =>
    left + MARGIN + (Math.log10(size / from) / Math.max(0.001, Math.log10(to / from))) * (WIDTH - MARGIN - 16);
  const toY = (cost: number): number =>
    HEIGHT - MARGIN - ((Math.log10(Math.max(0.01, cost)) - low) / Math.max(1, high - low)) * (HEIGHT - MARGIN - 36);
  const parts = [`<text x="${left + MARGIN}" y="20" font-weight="600">${title}</text>`];
  for (let power = low; power <= high; power += 1)
    parts.push(`<text x="${left + MARGIN - 6}" y="${toY(10 ** power) + 4}" text-anchor="end" fill="#555">${10 ** power}</text>`);
  for (const size of new Set(rows.map(({ passages }) => passages)))
    parts.push(`<text x="${toX(size)}" y="${HEIGHT - MARGIN + 18}" text-anchor="middle" fill="#555">${size / 1000}k</text>`);
  for (const [engine, colour] of Object.entries(colours)) {
    const points = rows
      .filter((row) => row.engine === engine)
      .map((row) => `${toX(row.passages).toFixed(1)},${toY(row[key]).toFixed(1)}`);
    if (points.length > 0) parts.push(`<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`);
  }
  return parts.join('\n');
}
