import type { Source } from '../../domain/passage.ts';
import type { PagedProduct, Place, ProductOrigin, Visit, VisitContext } from './paged-product.ts';
import { parseEach, type Shape } from './parse-each.ts';
import type { SourceAnswer, SourceClient } from './source-client.ts';
import { changed, parseAnswer } from './source-failure.ts';

/** What one reading knows beyond its cursor; gone with the worker, and nothing is lost with it. */
export type Reading = {
  readonly product: PagedProduct;
  readonly origin: ProductOrigin;
  readonly client: SourceClient;
  readonly now: () => Date;
  /** By `Place.of`. */
  readonly shapes: Map<string, Shape>;
};

/** Hands the answer at a place to the product's reader of such answers. */
export async function visitPlace(
  reading: Reading,
  place: Place,
  answer: SourceAnswer,
  unreadable: Source['unreadable'],
): Promise<Visit> {
  const { product, client, shapes } = reading;
  const { host } = client;
  const read = product.pages[place.of];
  if (!read) throw changed(host, `a reader of "${place.of}"`);
  const shape = shapes.get(place.of) ?? { isKnown: false, misfits: 0 };
  shapes.set(place.of, shape);
  const context: VisitContext = {
    place,
    json: answer.json,
    headers: answer.headers,
    origin: reading.origin,
    now: reading.now(),
    parse: (schema) => parseAnswer(host, answer.json, schema),
    parseEach: (list, schema, left) => {
      const wanted = left ? list.filter((entry) => !left.safeParse(entry).success) : list;
      return parseEach(wanted, schema, { host, noun: product.noun, unreadable, shape, isSingle: place.item !== undefined });
    },
    ask: async (path, schema, options) => {
      const { status, json } = await client.ask(path, options);
      return status === 200 ? parseAnswer(host, json, schema) : undefined;
    },
    toPath: client.toPath,
  };
  return read(context);
}
