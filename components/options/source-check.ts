import { sourceIdSchema, type Source, type SourceOrigin } from '../../utils/domain/passage.ts';
import type { SourceInput } from './options-value.ts';
import type { SourceFields } from './source-fields.ts';
import { findProduct, toKeyNeed } from './source-products.ts';

/** What is wrong with each field, and what to do; a field that is fine has none. */
export type SourceProblems = {
  readonly [F in 'address' | 'addresses' | 'storeId' | 'locale' | 'collection' | 'key' | 'segments']?: string;
};

export type SourceCheck =
  | { readonly ok: true; readonly source: SourceInput }
  | { readonly ok: false; readonly problems: SourceProblems };

/** More pages than this belong into a sitemap. */
const MAX_ADDRESSES = 500;

/**
 * Is the form something that can be read? `known` is the source it changes, whose id, name and day stay; a new one is
 * named after its place. `now` is ISO 8601.
 */
export function checkSource(fields: SourceFields, known: Source | undefined, now: string): SourceCheck {
  const problems = findProblems(fields, known);
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const origin = toOrigin(fields);
  const segments = toSegments(fields.segments);
  return {
    ok: true,
    source: {
      id: known?.id ?? sourceIdSchema.parse(identifyOrigin(origin)),
      kind: origin.kind,
      name: nameOrigin(origin),
      audience: fields.audience,
      ...(fields.audience === 'segment' ? { segments } : {}),
      importedAt: known?.importedAt ?? now,
      origin,
      ...(fields.everyHours > 0 ? { everyHours: fields.everyHours } : {}),
    },
  };
}

/** The browser's match patterns for everything that an origin is read from; they know no ports. */
export function toSitePatterns(origin: SourceOrigin): string[] {
  const addresses = origin.kind === 'web-pages' ? origin.addresses : [origin.baseUrl];
  return [...new Set(addresses.map((address) => new URL(address)).map(({ protocol, hostname }) => `${protocol}//${hostname}/*`))];
}

/** The host that a source is read from, or the first of several. */
export function toSourceHost(origin: SourceOrigin): string {
  return new URL(origin.kind === 'web-pages' ? (origin.addresses[0] ?? 'https://-') : origin.baseUrl).host;
}

function findProblems(fields: SourceFields, known: Source | undefined): SourceProblems {
  const shared: SourceProblems =
    fields.audience === 'segment' && toSegments(fields.segments).length === 0
      ? { segments: 'Name at least one plan or contract, for example Enterprise.' }
      : {};
  if (fields.kind === 'web-pages') {
    const lines = toLines(fields.addresses);
    const wrong = lines.find((line) => !toWebAddress(line));
    if (lines.length === 0) return { ...shared, addresses: 'Give the address of a sitemap or of a page, one a line.' };
    if (lines.length > MAX_ADDRESSES)
      return { ...shared, addresses: `More than ${MAX_ADDRESSES} addresses. Give the site’s sitemap instead.` };
    return wrong === undefined
      ? shared
      : { ...shared, addresses: `Not a full address: ${wrong}. Each line begins with https://.` };
  }
  const address = toWebAddress(fields.address);
  if (fields.kind === 'vector-store') {
    return {
      ...shared,
      ...(address ? {} : { address: describeAddress(fields.address, 'https://api.openai.com/v1') }),
      ...(/^[\w-]{1,200}$/.test(fields.storeId.trim())
        ? {}
        : { storeId: 'Give the id of the store, as your provider lists it, for example vs_68b1c2.' }),
    };
  }
  const product = findProduct(fields.product);
  const hasStoredKey = known?.origin && 'baseUrl' in known.origin && address?.origin === new URL(known.origin.baseUrl).origin;
  return {
    ...shared,
    ...(address ? {} : { address: describeAddress(fields.address, product?.placeholder ?? '') }),
    ...(product && toKeyNeed(product, fields.kind) === 'needed' && fields.key.trim() === '' && !hasStoredKey
      ? { key: `${product.name} answers only with a key. Paste one from your account there.` }
      : {}),
    ...(fields.kind === 'help-centre' &&
    product?.isPortal &&
    fields.collection.trim() === '' &&
    !/\/hc\/[^/]/.test(address?.pathname ?? '')
      ? { collection: 'Give the portal’s name, or its address with /hc/ and the name.' }
      : {}),
    ...(fields.kind === 'help-centre' && product?.hasLanguages && !isLocale(fields.locale.trim())
      ? { locale: 'Give a language code such as de or en-us, or leave it empty for all languages.' }
      : {}),
  };
}

function describeAddress(typed: string, example: string): string {
  const text = typed.trim();
  if (text === '') return `Give the address, for example ${example}.`;
  if (/^http:/i.test(text)) return 'What is read would travel unprotected. Use https://.';
  return `Not a full address. It begins with https://, for example ${example}.`;
}

function toOrigin(fields: SourceFields): SourceOrigin {
  if (fields.kind === 'web-pages')
    return { kind: fields.kind, addresses: [...new Set(toLines(fields.addresses).map((line) => new URL(line).href))] };
  const baseUrl = (toWebAddress(fields.address)?.href ?? '').replace(/\/+$/, '');
  if (fields.kind === 'vector-store') return { kind: fields.kind, baseUrl, storeId: fields.storeId.trim() };
  const place = { product: fields.product, baseUrl };
  if (fields.kind === 'macros') return { kind: fields.kind, ...place };
  if (fields.kind === 'solved-tickets') return { kind: fields.kind, ...place, sinceDays: fields.sinceDays };
  // What was typed for another product is left out with its field.
  const product = findProduct(fields.product);
  const locale = product?.hasLanguages ? fields.locale.trim() : '';
  const collection = product && product.collection !== '' ? fields.collection.trim() : '';
  return { kind: fields.kind, ...place, ...(locale === '' ? {} : { locale }), ...(collection === '' ? {} : { collection }) };
}

/** One id for one place, so that adding it again replaces it; of several pages the first one counts. */
function identifyOrigin(origin: SourceOrigin): string {
  if (origin.kind === 'web-pages') return `${origin.kind} ${origin.addresses[0] ?? ''}`;
  if (origin.kind === 'vector-store') return `${origin.kind} ${origin.baseUrl} ${origin.storeId}`;
  const part = origin.kind === 'help-centre' ? ` ${origin.locale ?? '*'} ${origin.collection ?? '*'}` : '';
  return `${origin.kind} ${origin.product} ${origin.baseUrl}${part}`;
}

function nameOrigin(origin: SourceOrigin): string {
  const host = toSourceHost(origin);
  switch (origin.kind) {
    case 'help-centre':
      return ['Help centre', host, origin.locale, origin.collection].filter(Boolean).join(', ');
    case 'macros':
      return `Macros, ${host}`;
    case 'solved-tickets':
      return `Solved tickets, ${host}`;
    case 'vector-store':
      return `Vector store, ${host}, ${origin.storeId}`;
    case 'web-pages': {
      const [first = ''] = origin.addresses;
      const more = origin.addresses.length - 1;
      const { pathname } = new URL(first);
      return `${host}${pathname === '/' ? '' : pathname}${more > 0 ? ` and ${more} more` : ''}`;
    }
  }
}

/** A page of the web over https, or over http from this machine; without name and password in it. */
function toWebAddress(text: string): URL | undefined {
  const url = URL.parse(text.trim());
  if (!url || url.hostname === '' || url.username !== '' || url.password !== '') return undefined;
  const isLocal = url.protocol === 'http:' && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || isLocal ? url : undefined;
}

function isLocale(text: string): boolean {
  return text === '' || /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(text);
}

const toLines = (text: string): string[] =>
  text
    .split(/[\n,\s]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function toSegments(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
}
