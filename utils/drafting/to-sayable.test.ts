import { expect, it } from 'vitest';
import { toSayable } from './to-sayable.ts';

it.each([
  ["The song `` Diamonds '' is slow .", 'The song “Diamonds” is slow .'],
  ["It is the driver 's car.", "It is the driver 's car."],
  ['Valid for 60 minutes.[3] It works once. [4, 5]', 'Valid for 60 minutes. It works once.'],
  ['items[0] and [2026] are text', 'items[0] and [2026] are text'],
  ['See [the list](https://a.example/b) first.', 'See the list first.'],
  ['Run `npm test` now', 'Run npm test now'],
])('takes out of %j what a reply would read as a mark', (sentence, sayable) => {
  expect(toSayable(sentence)).toBe(sayable);
});
