import { expect, it } from 'vitest';
import { areaUnderRoc, coverageAtPrecision, expectedCalibrationError } from './abstention-metrics.ts';
import { measureRanking, ndcgAt } from './ranking-metrics.ts';

const answer = (found: string, relevant: string) => ({ found: found.split(''), relevant: new Set(relevant) });

it('a perfect ranking has every measure at 1', () => {
  expect(measureRanking([answer('ab', 'a')])).toMatchObject({ 'recall@1': 1, 'MRR@10': 1, 'nDCG@10': 1 });
});

it('the second rank is worth half in MRR and 1/log2(3) in nDCG', () => {
  expect(measureRanking([answer('ba', 'a')])['MRR@10']).toBe(0.5);
  expect(ndcgAt(10, answer('ba', 'a'))).toBeCloseTo(0.6309, 4);
});

it('recall counts all relevant ids, and ranks beyond k do not count', () => {
  expect(measureRanking([answer('axbyz', 'ab')])).toMatchObject({ 'recall@1': 0.5, 'recall@3': 1 });
  expect(ndcgAt(1, answer('ba', 'a'))).toBe(0);
});

it('AUROC is 1 when told apart, 0.5 when not, and unknown with one kind only', () => {
  const of = (...pairs: [number, boolean][]) => pairs.map(([confidence, answerable]) => ({ confidence, answerable }));
  expect(areaUnderRoc(of([0.9, true], [0.1, false]))).toBe(1);
  expect(areaUnderRoc(of([0.5, true], [0.5, false]))).toBe(0.5);
  expect(areaUnderRoc(of([0.1, true], [0.9, false]))).toBe(0);
  expect(areaUnderRoc(of([0.1, true]))).toBeUndefined();
});

it('coverage at a precision is the largest share that keeps it', () => {
  const questions = [true, true, true, false].map((answerable, index) => ({ confidence: 1 - index / 10, answerable }));
  expect(coverageAtPrecision(questions, 0.95)).toBe(0.75);
  expect(coverageAtPrecision(questions, 0.7)).toBe(1);
});

it('calibration error is 0 when confidence is the share, and the gap when not', () => {
  const half = [true, false].map((answerable) => ({ confidence: 0.5, answerable }));
  expect(expectedCalibrationError(half)).toBe(0);
  expect(expectedCalibrationError([{ confidence: 0.9, answerable: false }])).toBeCloseTo(0.9);
});
