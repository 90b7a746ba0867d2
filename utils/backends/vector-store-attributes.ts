import { audienceSchema, isHeldInternal, type Article, type Audience } from '../domain/passage.ts';
import type { Attributes } from './vector-store-api.ts';

/** OpenAI's limit for a text in an attribute, in characters; there may be 16 attributes. */
const MAX_VALUE_CHARS = 512;
const DIVIDER = '\n';

/** What is known of a file in a store. Without an audience that we know, it is internal. */
export type FileFacts = {
  readonly audience: Audience;
  readonly segments: readonly string[];
  readonly sourceId: string | undefined;
  readonly articleId: string | undefined;
  readonly hash: string | undefined;
  readonly title: string | undefined;
  readonly locale: string | undefined;
  readonly url: string | undefined;
  readonly region: string | undefined;
  readonly version: string | undefined;
  readonly updatedAt: string | undefined;
};

/** An article's facts as attributes. An article that no person has passed after it was flagged is internal, and so is one whose segments find no room. */
export function toAttributes(article: Article, hash: string): Attributes {
  const segments = (article.segments ?? []).join(DIVIDER);
  const isInternal = isHeldInternal(article) || segments.length > MAX_VALUE_CHARS;
  const facts = {
    audience: isInternal ? 'internal' : article.audience,
    segments: isInternal ? undefined : segments || undefined,
    source: article.sourceId,
    article: article.id,
    hash,
    title: article.title.slice(0, MAX_VALUE_CHARS),
    locale: article.locale,
    url: (article.url?.length ?? 0) > MAX_VALUE_CHARS ? undefined : article.url,
    region: article.region,
    version: article.version,
    updated: article.updatedAt,
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value.slice(0, MAX_VALUE_CHARS)]])),
  );
}

export function readAttributes(attributes: Attributes | null | undefined): FileFacts {
  const text = (key: string): string | undefined => {
    const value = attributes && Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const url = text('url');
  return {
    audience: audienceSchema.safeParse(text('audience')).data ?? 'internal',
    segments: text('segments')?.split(DIVIDER) ?? [],
    sourceId: text('source'),
    articleId: text('article'),
    hash: text('hash'),
    title: text('title'),
    locale: text('locale'),
    url: url !== undefined && /^https?:$/.test(URL.parse(url)?.protocol ?? '') ? url : undefined,
    region: text('region'),
    version: text('version'),
    updatedAt: text('updated'),
  };
}
