import { expect, it } from 'vitest';
import { fuseByRank, fuseByScore } from './fuse-rankings.ts';

const list = (...ids: string[]) => ids.map((id, index) => ({ id, score: 100 - index }));
const order = (ranked: readonly { id: string }[]): string => ranked.map(({ id }) => id).join('');

it('by rank: what both lists name goes before what one names first', () => {
  expect(order(fuseByRank([list('a', 'b'), list('c', 'b')]))).toBe('bac');
});

it('by rank: scores do not matter, each list gives 1 / (60 + rank)', () => {
  const fused = fuseByRank([
    [{ id: 'a', score: 1e9 }],
    [
      { id: 'b', score: 0 },
      { id: 'a', score: -1 },
    ],
  ]);
  expect(fused).toEqual([
    { id: 'a', score: 1 / 61 + 1 / 62 },
    { id: 'b', score: 1 / 61 },
  ]);
});

it('by rank: of equal ones the one that the earlier list named', () => {
  expect(order(fuseByRank([list('a'), list('b')]))).toBe('ab');
  expect(order(fuseByRank([list('b'), list('a')]))).toBe('ba');
});

it('by score: each list is stretched to 0–1 before it is weighed', () => {
  const fused = fuseByScore([
    {
      ranked: [
        { id: 'a', score: 30 },
        { id: 'b', score: 20 },
        { id: 'c', score: 10 },
      ],
      weight: 0.6,
    },
    {
      ranked: [
        { id: 'c', score: 0.9 },
        { id: 'b', score: 0.8 },
        { id: 'a', score: 0.7 },
      ],
      weight: 0.4,
    },
  ]);
  expect(order(fused)).toBe('abc');
  expect(fused[0]?.score).toBeCloseTo(0.6);
  expect(fused[1]?.score).toBeCloseTo(0.5);
  expect(fused[2]?.score).toBeCloseTo(0.4);
});

it('by score: equal scores count 1 each, and what a list does not hold counts 0 there', () => {
  expect(
    fuseByScore([
      {
        ranked: [
          { id: 'a', score: 5 },
          { id: 'b', score: 5 },
        ],
        weight: 0.5,
      },
      { ranked: [{ id: 'b', score: 0.2 }], weight: 0.5 },
    ]),
  ).toEqual([
    { id: 'b', score: 1 },
    { id: 'a', score: 0.5 },
  ]);
});

it('nothing fused is nothing', () => {
  expect(fuseByRank([])).toEqual([]);
  expect(fuseByScore([{ ranked: [], weight: 1 }])).toEqual([]);
});
