import { articleSchema, audienceSchema, type Article, type Audience, type Source, type SourceId } from '../domain/passage.ts';
import { detectLanguage } from '../text/language.ts';
import { decodeText } from './decode-text.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { ParsedPage } from './parsed-page.ts';
import { isZip, listZip } from './unzip-files.ts';

const MAX_BYTES = 20 * 1024 * 1024;
const FORMATS = /\.(md|markdown|mdx|html?|xhtml|txt|text)$/i;

export type SourceFile = { readonly name: string; readonly bytes: () => Promise<Uint8Array> };

export type ReadFilesOptions = {
  readonly sourceId: SourceId;
  /** For files that don't say it themselves. A file may be more private than this, never less. */
  readonly audience: Audience;
  /** ISO 8601. */
  readonly fetchedAt: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
};

export type ReadFilesResult = { readonly articles: Article[]; readonly unreadable: Source['unreadable'] };

/**
 * Reads Markdown, HTML and text files, and zips of them, as articles. A file that can't be read is listed with the reason
 * and stops nothing. Rejects only with the signal's reason.
 */
export async function readFiles(files: readonly SourceFile[], options: ReadFilesOptions): Promise<ReadFilesResult> {
  const articles: Article[] = [];
  const unreadable: Source['unreadable'] = [];
  const take = async (name: string, read: () => Promise<Uint8Array> | Uint8Array): Promise<void> => {
    try {
      const bytes = await read();
      if (isZip(bytes)) for (const entry of listZip(bytes)) await take(`${name}/${entry.name}`, entry.read);
      else articles.push(toArticle(name, parseFile(name, bytes), options));
    } catch (thrown) {
      unreadable.push({ name, reason: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  };
  for (const [index, { name, bytes }] of files.entries()) {
    options.signal.throwIfAborted();
    await take(name, bytes);
    options.onProgress?.(index + 1, files.length);
  }
  return { articles, unreadable };
}

/** A pasted text as one article. Its id comes from its title, so pasting again under one title replaces it. */
export function readPastedText(title: string, text: string, options: Omit<ReadFilesOptions, 'signal'>): Article {
  const page = parseMarkdown(text);
  return toArticle(`pasted/${title}`, { ...page, title }, options);
}

function parseFile(name: string, bytes: Uint8Array): ParsedPage {
  if (!FORMATS.test(name)) throw new Error('only Markdown, HTML and text files can be read');
  if (bytes.length > MAX_BYTES) throw new Error('it is larger than a page of text can be');
  const text = decodeText(bytes);
  if (text === undefined) throw new Error('it is not text, whatever its name says');
  const page = /\.x?html?$/i.test(name) ? parseHtml(text) : parseMarkdown(text);
  if (page.sections.length === 0) throw new Error('there is no text in it');
  return page;
}

function toArticle(name: string, page: ParsedPage, { sourceId, audience, fetchedAt }: Omit<ReadFilesOptions, 'signal'>): Article {
  const text = page.sections.map((section) => section.text).join('\n');
  return articleSchema.parse({
    id: name,
    sourceId,
    title: page.title || toTitle(name),
    locale: page.locale || detectLanguage(text).language,
    audience: stricter(audience, page.audience ?? audience),
    fetchedAt,
    sections: page.sections,
    ...(page.url ? { url: page.url } : {}),
    ...(page.updatedAt ? { updatedAt: page.updatedAt } : {}),
  });
}

function stricter(a: Audience, b: Audience): Audience {
  return audienceSchema.options.indexOf(a) > audienceSchema.options.indexOf(b) ? a : b;
}

function toTitle(name: string): string {
  const file = name.split('/').at(-1) ?? name;
  return file.replace(/\.\w+$/, '').replaceAll(/[-_]+/g, ' ');
}
