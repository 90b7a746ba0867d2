import type { PdfParser } from './read-file-steps.ts';

/** The reader of PDF, loaded when the first one is read. For pages only: a service worker can't load code later. */
export async function loadPdfParser(): Promise<PdfParser> {
  const { parsePdf } = await import('./parse-pdf.ts');
  return parsePdf;
}
