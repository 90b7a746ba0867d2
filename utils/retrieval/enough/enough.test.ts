import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyCalibration, fitCalibration, MIN_QUESTIONS } from './calibrate.ts';
import { judgeEnough } from './judge-enough.ts';

it('more of anything makes an answer likelier, and a probability stays one', () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(value, value, value, value, (words, score, lead, more) => {
      const before = judgeEnough({ words, score, lead });
      expect(before).toBeGreaterThanOrEqual(0);
      expect(before).toBeLessThanOrEqual(1);
      for (const change of [{ words: words + more }, { score: score + more }, { lead: lead + more }])
        expect(judgeEnough({ words, score, lead, ...change })).toBeGreaterThanOrEqual(before);
    }),
  );
});

it('nothing is calibrated on too few questions, nor on one kind only', () => {
  expect(
    fitCalibration(Array.from({ length: MIN_QUESTIONS - 1 }, (_, at) => ({ enough: 0.5, answered: at % 2 === 0 }))),
  ).toBeUndefined();
  expect(fitCalibration(Array.from({ length: 200 }, () => ({ enough: 0.5, answered: true })))).toBeUndefined();
});

it('after calibrating, a probability is the share that was answered', () => {
  const judged = [0.2, 0.4, 0.6, 0.8].flatMap((enough) =>
    // Twice as sure as it should be: the true log-odds are half as large, and lower by one.
    Array.from({ length: 1000 }, (_, at) => ({
      enough,
      answered: at / 1000 < 1 / (1 + Math.exp(1 - Math.log(enough / (1 - enough)) / 2)),
    })),
  );
  const calibration = fitCalibration(judged);
  expect(calibration).toBeDefined();
  for (const enough of [0.2, 0.4, 0.6, 0.8]) {
    const share = judged.filter((one) => one.enough === enough && one.answered).length / 1000;
    expect(calibration && applyCalibration(calibration, enough)).toBeCloseTo(share, 1);
  }
});
