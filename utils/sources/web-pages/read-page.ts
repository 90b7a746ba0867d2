import { FailureError } from '../../domain/failure.ts';
import type { Article, Source } from '../../domain/passage.ts';
import type { SourceDeps, SourceRead } from '../../ports/knowledge-source.ts';
import { hashWords } from '../hash-words.ts';
import { hashText } from '../hash-text.ts';
import { rejected } from '../paged/source-failure.ts';
import { toFileArticle } from '../to-file-article.ts';
import { toReason, UnreadableError } from '../unreadable-error.ts';
import { readPageMark, writePageMark, type PageMark } from './page-mark.ts';
import type { PageAnswer, PageClient } from './page-client.ts';
import { parsePage, type WebPage } from './parse-page.ts';
import { readRobots, type SiteRules } from './robots.ts';

const MAX_BYTES = 10 * 1024 * 1024;
/** One page may stumble; so many after each other are a server that is down. */
const MAX_STUMBLES = 5;

export type PageStep = {
  readonly articles: Article[];
  readonly unchanged: string[];
  readonly removed: string[];
  readonly unreadable: Source['unreadable'];
};

type Context = {
  /** All pages of this reading. */
  readonly pages: readonly URL[];
  readonly request: SourceRead;
  readonly client: PageClient;
  readonly now: SourceDeps['now'];
};

/**
 * Reads pages one by one into a step: new and changed ones as articles, the others by what they are. A page of which a
 * version is known keeps it while its server stumbles. Throws `FailureError` when the site as a whole can't be read.
 */
export function createPageReader({ pages, request, client, now }: Context): (url: URL, step: PageStep) => Promise<void> {
  const { source } = request;
  const origins = new Set(pages.map(({ origin }) => origin));
  const listed = new Set(pages.map(({ href }) => href));
  const rules = new Map<string, SiteRules>();
  const met = new Set<string>();
  const idsByWords = new Map<string, string>();
  let stumbles = 0;

  const rulesOf = async (origin: string): Promise<SiteRules> => {
    const found = rules.get(origin) ?? (await readRobots(origin, client));
    rules.set(origin, found);
    return found;
  };

  /** The article's id: the address that the page gives as its own, where that is on the same site. */
  const chooseId = (url: URL, canonical: URL | undefined): string => {
    if (!canonical || !origins.has(canonical.origin) || canonical.href === url.href) return url.href;
    if (met.has(canonical.href) || listed.has(canonical.href))
      throw new UnreadableError(`it says that it is the same page as ${canonical.href}`);
    return canonical.href;
  };

  const take = async (url: URL, answer: PageAnswer, step: PageStep): Promise<void> => {
    const { page, raw, canonical } = parseWhole(url, answer);
    const id = chooseId(url, canonical);
    const article = toFileArticle(id, { ...page, url: id, title: page.title || url.pathname }, raw, {
      sourceId: source.id,
      audience: source.audience,
      ...(source.segments ? { segments: source.segments } : {}),
      fetchedAt: now().toISOString(),
    });
    const words = await hashWords(article);
    const before = idsByWords.get(words);
    if (before !== undefined) throw new UnreadableError(`it has the same text as ${before}`);
    idsByWords.set(words, id);
    met.add(id);
    const { title, locale, updatedAt, sections, review } = article;
    const hash = await hashText(JSON.stringify([title, locale, updatedAt, sections, review?.reasons]));
    const known = readPageMark((await request.known(id))?.etag, source);
    if (known?.hash === hash) return void step.unchanged.push(id);
    const mark: PageMark = {
      hash,
      words,
      etag: answer.headers.get('etag') ?? '',
      modified: answer.headers.get('last-modified') ?? '',
    };
    step.articles.push({ ...article, etag: writePageMark(source, mark) });
  };

  const ask = async (url: URL, mark: PageMark | undefined): Promise<PageAnswer> => {
    const { isAllowed, delayMs } = await rulesOf(url.origin);
    if (!isAllowed(url)) throw new UnreadableError("the site's robots.txt asks not to read it");
    const headers = {
      ...(mark?.etag ? { 'if-none-match': mark.etag } : {}),
      ...(mark?.modified ? { 'if-modified-since': mark.modified } : {}),
    };
    return client.get(url, { maxBytes: MAX_BYTES, delayMs, headers });
  };

  /** A page that can't be fetched may lead to a site that may not be asked: the browser tells it from a dead line only so. */
  const isSiteThere = (url: URL): Promise<boolean> =>
    readRobots(url.origin, client).then(
      () => true,
      () => false,
    );

  return async (url, step) => {
    const mark = readPageMark((await request.known(url.href))?.etag, source);
    const keep = (reason: string): void => {
      step.unreadable.push({ name: url.href, reason });
      if (mark) step.unchanged.push(url.href);
    };
    try {
      const answer = await ask(url, mark);
      const { status } = answer;
      if (status >= 500) {
        if ((stumbles += 1) === MAX_STUMBLES) throw rejected(url.host, status);
        return keep(`the server answered with an error (${status})`);
      }
      stumbles = 0;
      if (status === 304 && mark) {
        if (!idsByWords.has(mark.words)) idsByWords.set(mark.words, url.href);
        step.unchanged.push(url.href);
      } else if (status === 200) await take(url, answer, step);
      else throw new UnreadableError(status === 401 || status === 403 ? 'it asks for a sign-in' : `it is not there (${status})`);
    } catch (thrown) {
      if (!(thrown instanceof FailureError)) {
        if (!(thrown instanceof UnreadableError)) throw thrown;
        step.unreadable.push({ name: url.href, reason: toReason(thrown) });
        if (/not there \((?:404|410)\)/.test(thrown.message)) step.removed.push(url.href);
        return;
      }
      const { failure } = thrown;
      if (failure.kind === 'source-not-allowed' && failure.host !== url.host)
        return void step.unreadable.push({ name: url.href, reason: `it leads to another site (${failure.host})` });
      if (failure.kind !== 'source-unreachable' || !rules.has(url.origin) || !(await isSiteThere(url))) throw thrown;
      keep('it could not be fetched; it may lead to another site');
    }
  };
}

/** A page that stumbles our own code is one page, not the end of the reading. */
function parseWhole(url: URL, answer: PageAnswer): WebPage {
  try {
    return parsePage(url, answer);
  } catch (thrown) {
    throw thrown instanceof UnreadableError
      ? thrown
      : new UnreadableError('its text could not be taken apart', { cause: thrown });
  }
}
