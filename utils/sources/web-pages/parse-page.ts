import { cleanText } from '../clean-text.ts';
import { decodeRaw } from '../decode-text.ts';
import { findFirst, parseMarkup, textOf, type MarkupElement } from '../html/markup-tree.ts';
import { readHead } from '../html/read-head.ts';
import { parseHtmlTree } from '../parse-html.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { UnreadableError } from '../unreadable-error.ts';
import type { PageAnswer } from './page-client.ts';
import { readSitemap } from './read-sitemap.ts';

/** A page with a field for a password and less text than this is the door, not the room. */
const MIN_BEHIND_DOOR = 600;
const DOOR = /(?:^|[/._-])(?:log-?in|sign-?in|signin|sso|saml|auth|authenticate)(?:[/._-]|$)/i;

export type WebPage = {
  readonly page: ParsedPage;
  /** The page as it came, with comments and invisible characters. */
  readonly raw: string;
  /** The address that the page gives as its own; `undefined` where it gives none. */
  readonly canonical: URL | undefined;
};

/** An answer with status 200 as a page. Throws `UnreadableError` for what is none, must not be indexed or asks for a sign-in. */
export function parsePage(asked: URL, { headers, bytes, url }: PageAnswer): WebPage {
  if (/\b(?:noindex|none)\b/i.test(headers.get('x-robots-tag') ?? '')) throw new UnreadableError('it asks not to be indexed');
  if (url.pathname !== asked.pathname && DOOR.test(url.pathname)) throw new UnreadableError('it asks for a sign-in');
  const type = (headers.get('content-type') ?? '').toLowerCase();
  if (type.includes('pdf')) throw new UnreadableError('it is a PDF; download it and import it as a file');
  if (type !== '' && !/html|text\/(?:plain|markdown)|xml/.test(type))
    throw new UnreadableError(`it is no page of text (${type.split(';')[0]})`);
  const raw = decodeRaw(bytes, /charset\s*=\s*"?([\w-]+)/.exec(type)?.[1]);
  if (raw === undefined) throw new UnreadableError('it is not text');
  const isText = /text\/(?:plain|markdown)/.test(type);
  if (readSitemap(raw)) throw new UnreadableError('it is a sitemap by an unusual address; add one that has "sitemap" in it');
  if (isText) return toPage(parseMarkdown(cleanText(raw)), raw, undefined);

  const root = parseMarkup(cleanText(raw));
  const { canonical, isNoindex } = readHead(root);
  if (isNoindex) throw new UnreadableError('it asks not to be indexed');
  const page = parseHtmlTree(root);
  const length = page.sections.reduce((sum, { text }) => sum + text.length, 0);
  if (length < MIN_BEHIND_DOOR && hasPassword(root)) throw new UnreadableError('it asks for a sign-in');
  return toPage(page, raw, canonical ? (URL.parse(canonical, url) ?? undefined) : undefined);
}

function toPage(page: ParsedPage, raw: string, canonical: URL | undefined): WebPage {
  if (page.sections.length === 0) {
    const isScripted = /<script/i.test(raw) && textOf(parseMarkup(raw)).length > 0;
    throw new UnreadableError(isScripted ? 'there is no text in it before its scripts run' : 'there is no text in it');
  }
  if (canonical) canonical.hash = '';
  return { page, raw, canonical };
}

function hasPassword(root: MarkupElement): boolean {
  return (
    findFirst(root, ({ name, attributes }) => name === 'input' && attributes['type']?.toLowerCase() === 'password') !== undefined
  );
}
