import { expect, it } from 'vitest';
import { toRate } from '../../utils/insights/rate.ts';
import { createFormat } from './create-format.ts';

const english = createFormat('en-GB', 'Europe/Berlin');
const german = createFormat('de', 'Europe/Berlin');

it('numbers and percentages follow the language of the interface', () => {
  expect(english.count(12_204)).toBe('12,204');
  expect(german.count(12_204)).toBe('12.204');
  expect(english.percent(0.468)).toBe('46.8%');
  expect(german.percent(0.468)).toBe('46,8\u00a0%');
});

it('an interval has one percent sign', () => {
  expect(english.interval(0.459, 0.476)).toBe('45.9–47.6%');
  expect(german.interval(0.459, 0.476)).toBe('45,9–47,6\u00a0%');
  expect(createFormat('tr', 'UTC').interval(0.459, 0.476)).toBe('%45,9–%47,6');
});

it('too few observations give counts, never a percentage', () => {
  expect(english.rate(toRate(3, 5))).toBe('3 of 5');
  expect(english.rate(toRate(15, 30))).toBe('50.0%');
});

it('a calendar day is the same day in every time zone', () => {
  expect(createFormat('en-GB', 'Pacific/Auckland').day('2026-11-21')).toBe('21 Nov');
  expect(createFormat('en-GB', 'America/Los_Angeles').day('2026-11-21')).toBe('21 Nov');
});

it('an unknown language is shown by its code', () => {
  expect(english.language('de')).toBe('German');
  expect(english.language('qx')).toBe('qx');
});
