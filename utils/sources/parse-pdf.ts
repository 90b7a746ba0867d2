import { getDocument } from 'unpdf/pdfjs';
import { createSectionCollector, liftTitle, type ParsedPage } from './parsed-page.ts';
import { addPdfLines } from './pdf-layout.ts';
import { readPdfLines, type PdfLine } from './pdf-lines.ts';
import { UnreadableError } from './unreadable-error.ts';

/** A manual has hundreds of pages; what has more is a library. */
const MAX_PAGES = 3000;
/** What names a file and no text: the program's words, a file's name. */
const NO_TITLE = /^(?:untitled|microsoft word - .*|.*\.(?:docx?|pdf|indd|pptx?|xlsx?|qxd|odt|tex|dvi))$/i;

/**
 * The text of a PDF as sections: larger lines are headings, wrapped lines are put together again, columns that line up are
 * "a | b" lines, what is repeated at the edge of pages goes. Runs in the thread that calls it, page by page, without a worker,
 * `eval` or anything fetched. Throws `UnreadableError` for what is locked, damaged or holds pictures only; the signal's reason.
 *
 * Not seen: white or invisible letters, which PDF gives as text like any other, and the order of columns that the file itself mixes.
 */
export async function parsePdf(bytes: Uint8Array, signal: AbortSignal): Promise<ParsedPage> {
  // The library keeps what it is given.
  const task = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((thrown: unknown) => {
      throw new UnreadableError(toOpenReason(thrown));
    });
    if (document.numPages > MAX_PAGES) throw new UnreadableError(`it has more than ${MAX_PAGES} pages; divide it`);
    const pages: PdfLine[][] = [];
    const unread: number[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      signal.throwIfAborted();
      try {
        const page = await document.getPage(number);
        const content = await page.getTextContent();
        pages.push(readPdfLines(content, page.getViewport({ scale: 1 })));
        page.cleanup();
      } catch {
        pages.push([]);
      }
      if (pages.at(-1)?.length === 0) unread.push(number);
    }
    if (unread.length === document.numPages)
      throw new UnreadableError('it holds pictures of pages, no text; run it through text recognition first');

    const collector = createSectionCollector();
    addPdfLines(pages, collector);
    const metadata = await document.getMetadata().catch(() => undefined);
    const { title, updated } = readInfo(metadata?.info);
    return {
      ...liftTitle(NO_TITLE.test(title) ? '' : title, collector.finish()),
      ...(updated ? { updatedAt: updated } : {}),
      ...(unread.length > 0 ? { gaps: [toGap(unread)] } : {}),
    };
  } finally {
    await task.destroy();
  }
}

function toOpenReason(thrown: unknown): string {
  const name = thrown instanceof Error ? thrown.name : '';
  return name === 'PasswordException'
    ? 'it is locked with a password; save it without one'
    : 'it is damaged, or not what its name says';
}

function toGap(pages: readonly number[]): string {
  const named = pages.slice(0, 10).join(', ');
  const more = pages.length > 10 ? ` and ${pages.length - 10} more` : '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${named}${more} of it hold no text (pictures of text need text recognition); the rest was read`;
}

/** Dates are "D:20260131120000+01'00'"; what stands behind the minutes is left out. */
function readInfo(info: object | undefined): { title: string; updated: string | undefined } {
  const read = (key: string): string => {
    const value: unknown = info && key in info ? Reflect.get(info, key) : undefined;
    return typeof value === 'string' ? value.trim() : '';
  };
  const date = /^D:(\d{4})(\d\d)(\d\d)/.exec(read('ModDate') || read('CreationDate'));
  const time = date ? Date.parse(`${date[1]}-${date[2]}-${date[3]}T00:00:00Z`) : Number.NaN;
  return { title: read('Title'), updated: Number.isNaN(time) ? undefined : new Date(time).toISOString() };
}
