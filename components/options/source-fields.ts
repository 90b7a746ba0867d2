import type { Audience, Source, SourceOrigin, SourceProduct } from '../../utils/domain/passage.ts';
import { findProduct, type ProductKind } from './source-products.ts';

/** What a form for a source that is read from a place is filled with, as typed. */
export type SourceFields = {
  readonly kind: ProductKind | 'web-pages' | 'vector-store';
  readonly product: SourceProduct;
  readonly address: string;
  readonly locale: string;
  readonly collection: string;
  readonly sinceDays: number;
  /** Web pages: one address a line. */
  readonly addresses: string;
  /** Vector store: what the provider calls it. */
  readonly storeId: string;
  readonly key: string;
  readonly audience: Audience;
  /** Names divided by commas. */
  readonly segments: string;
  /** 0: never by itself. */
  readonly everyHours: number;
};

export const schedules = [
  { everyHours: 0, name: 'Only when told to' },
  { everyHours: 24, name: 'Every day' },
  { everyHours: 168, name: 'Every week' },
] as const;

/** Ages of solved tickets that can be chosen, days. */
export const ages = [90, 180, 365, 730] as const;

/** A form to begin with. Macros, solved tickets and stores are the team's own: internal until someone says otherwise. */
export function startFields(kind: SourceFields['kind']): SourceFields {
  return {
    kind,
    product: 'zendesk',
    address: kind === 'vector-store' ? 'https://api.openai.com/v1' : '',
    locale: '',
    collection: '',
    sinceDays: 180,
    addresses: '',
    storeId: '',
    key: '',
    audience: kind === 'help-centre' || kind === 'web-pages' ? 'public' : 'internal',
    segments: '',
    everyHours: kind === 'vector-store' ? 0 : 24,
  };
}

/** The form of a source that is there already; `undefined` for one that was handed over once. */
export function toFields(source: Source): SourceFields | undefined {
  const { origin } = source;
  if (!origin) return undefined;
  return {
    ...startFields(origin.kind),
    ...readOrigin(origin),
    audience: source.audience,
    segments: (source.segments ?? []).join(', '),
    everyHours: source.everyHours ?? 0,
  };
}

/** Another product keeps its interface at another place: an address that was filled in for the former goes with it. */
export function chooseProduct(fields: SourceFields, product: SourceProduct): SourceFields {
  const isOurs = fields.address === '' || fields.address === findProduct(fields.product)?.baseUrl;
  return { ...fields, product, key: '', address: isOurs ? (findProduct(product)?.baseUrl ?? '') : fields.address };
}

function readOrigin(origin: SourceOrigin): Partial<SourceFields> {
  if (origin.kind === 'web-pages') return { addresses: origin.addresses.join('\n') };
  if (origin.kind === 'vector-store') return { address: origin.baseUrl, storeId: origin.storeId };
  const { product, baseUrl } = origin;
  return {
    product,
    address: baseUrl,
    ...(origin.kind === 'help-centre' ? { locale: origin.locale ?? '', collection: origin.collection ?? '' } : {}),
    ...(origin.kind === 'solved-tickets' ? { sinceDays: origin.sinceDays } : {}),
  };
}
