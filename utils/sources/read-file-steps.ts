import type { Article, Source } from '../domain/passage.ts';
import { decodeRaw } from './decode-text.ts';
import { cleanText } from './clean-text.ts';
import { checkSize, toFormat, type FileFormat } from './file-formats.ts';
import { hashWords } from './hash-words.ts';
import { parseCsv, type ParsedTable } from './parse-csv.ts';
import { parseDocx } from './parse-docx.ts';
import { parseHtml } from './parse-html.ts';
import { parseJsonFile, parseJsonLines } from './parse-json-lines.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { ParsedPage } from './parsed-page.ts';
import { toFileArticle, type FileArticleOptions } from './to-file-article.ts';
import { toReason, UnreadableError } from './unreadable-error.ts';
import { createUnzipBudget, isZip, listZip } from './unzip-files.ts';

/** Saved together; small enough that the first are found while the rest is read. */
const ARTICLES_A_STEP = 25;
/** Named one by one; a folder with ten thousand pictures is said in one line more. */
const MAX_NAMED = 100;
/** A zip in a zip is how some exports come; a third one is a bomb. */
const MAX_NESTING = 2;

export type SourceFile = {
  /** With the folders above it, divided by "/". */
  readonly name: string;
  /** Bytes, where they are known before it is read. */
  readonly size?: number;
  readonly bytes: () => Promise<Uint8Array>;
};

export type PdfParser = (bytes: Uint8Array, signal: AbortSignal) => Promise<ParsedPage>;

export type ReadFileStepsOptions = FileArticleOptions & {
  readonly signal: AbortSignal;
  /** Loads what reads PDF (1.7 MB of code); absent where PDF is not read. */
  readonly loadPdfParser?: () => Promise<PdfParser>;
};

/** What came of some files: to be saved before the next step is asked for. */
export type FileStep = {
  readonly articles: readonly Article[];
  /** By file and place: "help.zip/a.md", "faq.csv, row 7". */
  readonly unreadable: Source['unreadable'];
  /** Files looked at, those in zips counted as well; `total` grows when a zip is opened. */
  readonly done: number;
  readonly total: number;
};

/**
 * Reads files as articles, some at a time: Markdown, HTML, text, PDF, DOCX and zips of them, CSV and JSON with an article a
 * row. A file that can't be read is listed with the reason and stops nothing; of articles with one text the first counts.
 * Throws the signal's reason only.
 */
export async function* readFileSteps(files: readonly SourceFile[], options: ReadFileStepsOptions): AsyncGenerator<FileStep> {
  const { signal } = options;
  const budget = createUnzipBudget();
  const idsByWords = new Map<string, string>();
  const ids = new Set<string>();
  const counts = new Map<string, number>();
  let articles: Article[] = [];
  let unreadable: Source['unreadable'] = [];
  let done = 0;
  let total = files.length;

  const takeStep = (): FileStep => {
    const step = { articles, unreadable, done, total };
    [articles, unreadable] = [[], []];
    return step;
  };
  const report = (name: string, reason: string): void => {
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    if (count <= MAX_NAMED) unreadable.push({ name, reason });
  };
  const take = async (id: string, page: ParsedPage, raw: string): Promise<void> => {
    if (page.sections.length === 0)
      throw new UnreadableError(page.hidden ? 'all of its text is hidden' : 'there is no text in it');
    const article = toFileArticle(toFreeId(id, ids), page, raw, options);
    const words = await hashWords(article);
    const before = idsByWords.get(words);
    if (before !== undefined) throw new UnreadableError(`it has the same text as ${before}`);
    idsByWords.set(words, article.id);
    ids.add(article.id);
    articles.push(article);
    for (const reason of page.gaps ?? []) report(id, reason);
  };
  const readPage = async (format: FileFormat, bytes: Uint8Array): Promise<{ page: ParsedPage; raw: string }> => {
    if (format === 'docx') return { page: parseDocx(bytes, budget), raw: '' };
    if (format === 'pdf') {
      if (!options.loadPdfParser) throw new UnreadableError('PDF is read on the page for knowledge only');
      const parsePdf = await options.loadPdfParser();
      return { page: await parsePdf(bytes, signal), raw: '' };
    }
    const raw = toText(bytes);
    return { page: format === 'html' ? parseHtml(cleanText(raw)) : parseMarkdown(cleanText(raw)), raw };
  };
  async function* readTable(name: string, table: ParsedTable): AsyncGenerator<FileStep> {
    for (const { name: place, reason } of table.unreadable) report(`${name}, ${place}`, reason);
    for (const { key, page, raw } of table.rows) {
      await take(`${name}#${key}`, page, raw).catch(note(`${name}, ${key}`));
      if (articles.length >= ARTICLES_A_STEP) yield takeStep();
    }
  }
  const note =
    (name: string) =>
    (thrown: unknown): void => {
      signal.throwIfAborted();
      report(name, toReason(thrown));
    };
  async function* readFile({ name, size, bytes: load }: SourceFile, nesting: number): AsyncGenerator<FileStep> {
    signal.throwIfAborted();
    try {
      // A zip by another name is still a zip, unless it is a document of an office.
      const named = /\.\w+$/.test(name) ? toFormat(name) : undefined;
      if (named && size !== undefined) checkSize(named, size);
      const bytes = await load();
      const format = isZip(bytes) && named !== 'docx' ? 'zip' : (named ?? toFormat(name));
      checkSize(format, bytes.length);
      if (format === 'zip') {
        if (nesting === MAX_NESTING) throw new UnreadableError('it is a zip in a zip in a zip; unpack the outer ones first');
        const entries = listZip(bytes, budget);
        total += entries.length;
        for (const entry of entries)
          yield* readFile({ name: `${name}/${entry.name}`, bytes: async () => entry.read() }, nesting + 1);
      } else if (format === 'csv') yield* readTable(name, parseCsv(toText(bytes)));
      else if (format === 'json-lines') yield* readTable(name, parseJsonLines(toText(bytes)));
      else if (format === 'json') yield* readTable(name, parseJsonFile(toText(bytes)));
      else {
        const { page, raw } = await readPage(format, bytes);
        await take(name, page, raw);
      }
    } catch (thrown) {
      note(name)(thrown);
    }
    done += 1;
    if (articles.length >= ARTICLES_A_STEP) yield takeStep();
  }

  for (const file of files) yield* readFile(file, 0);
  for (const [reason, count] of counts) if (count > MAX_NAMED) unreadable.push({ name: `${count - MAX_NAMED} more`, reason });
  if (articles.length > 0 || unreadable.length > 0 || files.length > 0) yield takeStep();
}

function toText(bytes: Uint8Array): string {
  const text = decodeRaw(bytes);
  if (text === undefined) throw new UnreadableError('it is not text, whatever its name says');
  return text;
}

/** Two rows may have one key, two files one name: the second gets a number. */
function toFreeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id} (${number})`)) number += 1;
  return `${id} (${number})`;
}
