import type { Span } from '../text-runs.ts';

/** `number` counts things; `rate` is so many of them in a time; `quoted` is a term in quotation marks or a path through menus. */
export type ValueKind =
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'time'
  | 'duration'
  | 'size'
  | 'rate'
  | 'version'
  | 'url'
  | 'email'
  | 'code'
  | 'quoted';

/**
 * What a value means, in one form for all languages. `low` and `high` differ in a range only. `unit`:
 * money: ISO 4217; percent: '%'; duration: 's', 'business day' or 'month'; size: 'byte'; rate: 'per 60 s', 'per 1 month';
 * date: 'day' (20261102), 'day of year' (1102), 'month' (202611); time: 'min of day' with the zone where one is named;
 * version, url, email, code, quoted: the text itself in one spelling, with `low` and `high` 0.
 */
export type Reading = { readonly low: number; readonly high: number; readonly unit: string };

export type Value = Span & {
  readonly kind: ValueKind;
  /** As it stands. */
  readonly text: string;
  /** At least one; more where it can be read in more ways ("02/11/2026", "1.234", "1 GB"). */
  readonly readings: readonly Reading[];
  /** Of a price or an amount: in which time ("EUR 12 per user and month": '1 month'). */
  readonly per?: string;
  /** "up to 5" is `most`, "at least 5" is `least`. */
  readonly bound?: 'most' | 'least';
};

/** What a reader found at a token: the value and the token after it. */
export type Found = { readonly value: Value; readonly next: number };
