import type { Price } from '../../../utils/domain/spending.ts';

/** Prices as typed, for a million tokens; both empty: not known. */
export type PriceFields = { readonly input: string; readonly output: string };

export function toPriceFields(price: Price | undefined): PriceFields {
  return { input: price?.inputPerMillion.toString() ?? '', output: price?.outputPerMillion.toString() ?? '' };
}

export type PriceCheck = {
  readonly price?: Price;
  readonly problems: { readonly input?: string; readonly output?: string };
};

/** A price may have a comma; one alone is not enough to count with. */
export function checkPrice({ input, output }: PriceFields): PriceCheck {
  const [inputPerMillion, outputPerMillion] = [input, output].map(readAmount);
  const wrong = 'Give a number, for example 0.25, or leave both empty.';
  const problems = {
    ...(inputPerMillion === 'wrong' ? { input: wrong } : {}),
    ...(outputPerMillion === 'wrong' ? { output: wrong } : {}),
    ...(inputPerMillion === undefined && typeof outputPerMillion === 'number' ? { input: 'Give this one too.' } : {}),
    ...(outputPerMillion === undefined && typeof inputPerMillion === 'number' ? { output: 'Give this one too.' } : {}),
  };
  return typeof inputPerMillion === 'number' && typeof outputPerMillion === 'number'
    ? { price: { inputPerMillion, outputPerMillion }, problems }
    : { problems };
}

/** A number as people type it, with a point or a comma; nothing for an empty field. */
export function readAmount(typed: string): number | undefined | 'wrong' {
  const text = typed.trim().replace(',', '.');
  if (text === '') return undefined;
  return /^\d+(\.\d*)?$|^\.\d+$/.test(text) ? Number(text) : 'wrong';
}
