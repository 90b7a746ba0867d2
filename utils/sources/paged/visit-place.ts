import type { z } from 'zod';
import type { Source } from '../../domain/passage.ts';
import type { PagedProduct, Place, ProductOrigin, Visit, VisitContext } from './paged-product.ts';
import { parseEach, type Shape } from './parse-each.ts';
import type { SourceAnswer, SourceClient } from './source-client.ts';
import { UnreadableError } from '../unreadable-error.ts';
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
  const isSingle = place.item !== undefined;
  const each = <T>(list: readonly unknown[], schema: z.ZodType<T>, kind: string): T[] => {
    const shape = shapes.get(kind) ?? { isKnown: false, misfits: 0 };
    shapes.set(kind, shape);
    return parseEach(list, schema, { host, noun: product.noun, unreadable, shape, isSingle });
  };
  const context: VisitContext = {
    place,
    json: answer.json,
    headers: answer.headers,
    origin: reading.origin,
    now: reading.now(),
    parse: (schema) => parseAnswer(host, answer.json, schema),
    parseEach: (list, schema, left) => {
      const wanted = left ? list.filter((entry) => !left.safeParse(entry).success) : list;
      return each(wanted, schema, place.of);
    },
    ask: async (path, schema, options) => {
      const { status, json } = await client.ask(path, options);
      if (status !== 200) return undefined;
      if (!isSingle) return parseAnswer(host, json, schema);
      // What is wrong with one item's answer is wrong with that item, until it is with several.
      const [value] = each([json], schema, `${place.of}, more`);
      if (value === undefined) throw new UnreadableError(unreadable.at(-1)?.reason);
      return value;
    },
    toPath: client.toPath,
  };
  return read(context);
}
