import { z } from 'zod';
import type { PiiKind } from '../utils/privacy/pii-kind.ts';
import { redactText, type RedactedSpan } from '../utils/privacy/redact-text.ts';

const span = z.object({ type: z.string(), start: z.number().int(), end: z.number().int() });
const annotated = z.object({
  text: z.string(),
  spans: z.array(span),
  type: z.string().optional(),
  expect: z.number().optional(),
});
const phone = z.object({
  country: z.string(),
  e164: z.string(),
  international: z.string(),
  national: z.string(),
  rfc3966: z.string(),
});

/** A row of a set: a text with annotated spans, one recogniser's case (`expect` 0: nothing of `type` stands in it), or one number in four notations. */
export const piiItemSchema = z.union([annotated, phone]);
export type PiiItem = z.infer<typeof piiItemSchema>;

/** The sets' names for what is redacted without a model; every set has its own. */
const names: readonly (readonly [RegExp, PiiKind])[] = [
  [/^e-?mail/i, 'e-mail'],
  [/^credit_?card(?:_?number)?$/i, 'card'],
  [/^iban/i, 'iban'],
  [/^ip(?:v4|v6|_|$)/i, 'ip'],
  [/^(?:us_)?(?:ssn|itin)$/i, 'ssn'],
  [/^(?:tr_|ph_)?(?:phone|mobile)(?:_number)?$/i, 'phone'],
  [/^(?:person|(?:first_|last_)?name)$/i, 'name'],
];
const toKind = (type: string): PiiKind | undefined => names.find(([expression]) => expression.test(type))?.[1];

export type PiiOptions = {
  /** Called with each miss and each span that covers nothing annotated; for reading, not for a log. */
  readonly onFault?: (fault: {
    readonly kind: 'missed' | 'spurious' | 'false-alarm';
    readonly what: string;
    readonly text: string;
  }) => void;
};

/**
 * What redaction finds in a set, as figures by name. `recall <kind>`: share of annotated spans whose every letter and digit
 * was redacted, under whatever kind, with `n <kind>`. `spurious spans`: redacted spans that touch no annotated one, of
 * `redacted spans` (structured kinds only; names are counted apart). `over-redaction`: share of the characters outside all
 * annotated spans that were redacted. `clean negatives`: share of rows with `expect` 0 in which nothing of that kind was found.
 */
export function evaluatePii(items: readonly PiiItem[], { onFault }: PiiOptions = {}): Record<string, number> {
  const tally = new Map<string, number>();
  const add = (name: string, count = 1): void => void tally.set(name, (tally.get(name) ?? 0) + count);
  for (const item of items) {
    if ('e164' in item) {
      for (const notation of ['e164', 'international', 'national', 'rfc3966'] as const) {
        measurePhone(item[notation], notation);
        if (notation === 'national') measurePhone(`Please call me on ${item.national}.`, 'national, asked to call');
      }
    } else measureText(item);
  }
  return toFigures(tally);

  function measurePhone(text: string, notation: string): void {
    const digits = text.replaceAll(/\D/g, '');
    const isFound = !redactText(text)
      .text.replaceAll(/\[phone \d+\]/g, '')
      .match(/\d/);
    add(`all phone, ${notation}`);
    if (isFound) add(`found phone, ${notation}`);
    else onFault?.({ kind: 'missed', what: `${notation} ${digits}`, text });
  }

  function measureText({ text, spans, type, expect }: z.infer<typeof annotated>): void {
    const found = redactText(text).found.filter(({ kind }) => kind !== 'look-alike');
    const wanted = type === undefined ? undefined : toKind(type);
    if (expect === 0 && wanted) {
      add('all negatives');
      if (!found.some(({ kind }) => kind === wanted)) add('found negatives');
      else onFault?.({ kind: 'false-alarm', what: type ?? '', text });
    }
    for (const gold of spans) {
      const kind = toKind(gold.type);
      if (!kind || (wanted && kind !== wanted)) continue;
      add(`all ${kind}`);
      if (isCovered(text, gold, found)) add(`found ${kind}`);
      else if (kind !== 'name') onFault?.({ kind: 'missed', what: text.slice(gold.start, gold.end), text });
    }
    if (type !== undefined) return;
    const structured = found.filter(({ kind }) => kind !== 'name');
    const touches = ({ start, end }: RedactedSpan): boolean => spans.some((gold) => gold.start < end && start < gold.end);
    for (const extra of structured.filter((one) => !touches(one))) {
      add('spurious spans');
      onFault?.({ kind: 'spurious', what: `${extra.kind}: ${text.slice(extra.start, extra.end)}`, text });
    }
    for (const extra of found.filter((one) => one.kind === 'name' && !touches(one))) {
      add('spurious names');
      onFault?.({ kind: 'spurious', what: `name: ${text.slice(extra.start, extra.end)}`, text });
    }
    add('redacted spans', structured.length);
    add('redacted names', found.length - structured.length);
    const outside = Array.from({ length: text.length }, (_, at) => at).filter((at) => !isInside(at, spans));
    add('characters outside', outside.length);
    add('characters over-redacted', outside.filter((at) => isInside(at, found)).length);
  }
}

type Range = { readonly start: number; readonly end: number };

const isInside = (at: number, ranges: readonly Range[]): boolean => ranges.some(({ start, end }) => start <= at && at < end);

function isCovered(text: string, gold: Range, found: readonly Range[]): boolean {
  for (let at = gold.start; at < gold.end; at += 1)
    if (/[\p{L}\p{N}]/u.test(text.charAt(at)) && !isInside(at, found)) return false;
  return true;
}

function toFigures(tally: ReadonlyMap<string, number>): Record<string, number> {
  const count = (name: string): number => tally.get(name) ?? 0;
  const figures: Record<string, number> = {};
  for (const [name, all] of tally) {
    if (!name.startsWith('all ')) continue;
    const what = name.slice('all '.length);
    figures[what === 'negatives' ? 'clean negatives' : `recall ${what}`] = count(`found ${what}`) / all;
    figures[`n ${what}`] = all;
  }
  if (count('characters outside') === 0) return figures;
  return {
    ...figures,
    'redacted spans': count('redacted spans'),
    'spurious spans': count('spurious spans'),
    'redacted names': count('redacted names'),
    'spurious names': count('spurious names'),
    'over-redaction': count('characters over-redacted') / count('characters outside'),
  };
}
