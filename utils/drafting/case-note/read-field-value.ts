import { z } from 'zod';
import type { CaseField, CaseNote } from '../../domain/triage.ts';
import { fold } from '../../text/fold.ts';

export type FieldValue = CaseNote['values'][string];
/** A value that fits its field, or what to do about it, in one sentence. */
export type FieldReading =
  | { readonly kind: 'fits'; readonly value: FieldValue }
  | { readonly kind: 'misfits'; readonly said: string }
  | { readonly kind: 'empty' };

const YES = /^(?:yes|true|y|1|ja|si|oui|sim|wahr)$/;
const NO = /^(?:no|false|n|0|nein|non|nao|nee|falsch)$/;
const isoDate = z.iso.date();

/**
 * Reads what a person or a model put into a field, and takes the obvious for what it is: "12", "yes", "High" for the choice
 * "high", "4.11.2026". What could be two things is no value. Never throws.
 */
export function readFieldValue(field: CaseField, raw: unknown): FieldReading {
  if (raw === undefined || raw === null) return { kind: 'empty' };
  if (typeof raw === 'number' && !Number.isFinite(raw)) return { kind: 'empty' };
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') {
    return { kind: 'misfits', said: 'Give one value, not a list or an object.' };
  }
  const text = String(raw).trim();
  if (text === '') return { kind: 'empty' };
  switch (field.kind) {
    case 'text':
      return field.maxLength !== undefined && text.length > field.maxLength
        ? { kind: 'misfits', said: `Shorten it to ${field.maxLength} characters; it has ${text.length}.` }
        : fits(text);
    case 'number':
      return orSay(typeof raw === 'number' ? raw : readNumber(text), 'Write a number, such as 12 or 49.90.');
    case 'date':
      return orSay(readDate(text), 'Write the date as year-month-day, such as 2026-11-04.');
    case 'choice':
      return orSay(readChoice(text, field.choices ?? []), `Choose one of: ${(field.choices ?? []).join(', ')}.`);
    case 'yes-no':
      return orSay(readYesNo(raw, fold(text)), 'Answer with yes or no.');
  }
}

function fits(value: FieldValue): FieldReading {
  return { kind: 'fits', value };
}

function orSay(value: FieldValue | undefined, said: string): FieldReading {
  return value === undefined ? { kind: 'misfits', said } : fits(value);
}

/** "1,234.50", "1.234,50", "49,90", "EUR 12"; one mark before three digits could be either, so it is no value. */
function readNumber(text: string): number | undefined {
  const bare = text.replaceAll(/[\s'’]|EUR|USD|GBP|CHF|[€$£]/g, '');
  if (!/^[-+]?\d[\d.,]*$/.test(bare)) return undefined;
  const marks = bare.replaceAll(/[^.,]/g, '');
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (marks.length === 1 && bare.length - last - 1 === 3) return undefined;
  const isPoint = marks.length === 1 || new Set(marks).size === 2;
  const digits = (part: string): string => part.replaceAll(/[.,]/g, '');
  const value = Number(isPoint ? `${digits(bare.slice(0, last))}.${bare.slice(last + 1)}` : digits(bare));
  return Number.isFinite(value) ? value : undefined;
}

function readDate(text: string): string | undefined {
  const day = text.slice(0, 10);
  if (isoDate.safeParse(day).success && (text.length === 10 || text[10] === 'T')) return day;
  const [, first = '', mark = '', second = '', year = ''] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (year === '') return undefined;
  // With points the day comes first; with slashes only a number above twelve tells.
  const isDayFirst = mark === '.' || Number(first) > 12;
  if (!isDayFirst && Number(second) <= 12) return undefined;
  const [dayOf, month] = isDayFirst ? [first, second] : [second, first];
  const iso = `${year}-${month.padStart(2, '0')}-${dayOf.padStart(2, '0')}`;
  return isoDate.safeParse(iso).success ? iso : undefined;
}

function readChoice(text: string, choices: readonly string[]): string | undefined {
  return choices.find((choice) => choice === text) ?? choices.find((choice) => fold(choice.trim()) === fold(text));
}

function readYesNo(raw: unknown, text: string): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  if (YES.test(text)) return true;
  return NO.test(text) ? false : undefined;
}
