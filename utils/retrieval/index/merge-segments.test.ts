import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passageSchema, type Passage } from '../../domain/passage.ts';
import { buildSegment } from './build-segment.ts';
import { createByteWriter, readNumber } from './bytes.ts';
import { mergeSegments } from './merge-segments.ts';
import { openSegment } from './segment-reader.ts';
import { searchCorpus } from '../ranking/search-corpus.ts';

const words = [
  'refund',
  'refunds',
  'invoice',
  'plan',
  'annual',
  'the',
  'how',
  'reset',
  'link',
  'login',
  'price',
  'team',
  'Rechnung',
];
const text = fc.array(fc.constantFrom(...words, '.\n'), { minLength: 1, maxLength: 20 }).map((parts) => parts.join(' '));
const place = fc.record({
  title: text,
  text,
  article: fc.integer({ min: 0, max: 5 }),
  locale: fc.constantFrom('en', 'de'),
  audience: fc.constantFrom('public', 'internal'),
  isDead: fc.boolean(),
});

const toPassages = (
  places: readonly { title: string; text: string; article: number; locale: string; audience: string }[],
  from: number,
) =>
  places
    .toSorted((a, b) => a.article - b.article)
    .map((one, at): Passage =>
      passageSchema.parse({
        ...one,
        id: `${from}-${at}`,
        articleId: `${from}-${one.article}`,
        sourceId: 's',
        headings: [],
        fetchedAt: '2026-11-01T00:00:00.000Z',
        position: 0,
      }),
    );
const search = async (segment: ReturnType<typeof buildSegment>, question: string) =>
  (
    await searchCorpus([openSegment(segment)], { questions: [question], context: '', language: 'en', mayUse: ['public'] }, 50)
  ).map(({ passageId, score, coverage }) => ({ passageId, score: score.toFixed(4), coverage: coverage.toFixed(4) }));

it('varints give back what was written', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffffffff })), (numbers) => {
      const writer = createByteWriter(1);
      for (const number of numbers) writer.write(number);
      const reader = { bytes: writer.finish(), at: 0 };
      expect(numbers.map(() => readNumber(reader))).toEqual(numbers);
    }),
  );
});

it('merged segments answer as one that was built at once from the living passages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(place, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      text,
      async (parts, question) => {
        const passages = parts.map(toPassages);
        const isDead = parts.map((part) => part.toSorted((a, b) => a.article - b.article).map((one) => one.isDead));
        const merged = mergeSegments(
          passages.map((part, from) => {
            const dead = new Uint8Array(Math.ceil(part.length / 8));
            for (const [at, gone] of (isDead[from] ?? []).entries())
              if (gone) dead[at >> 3] = (dead[at >> 3] ?? 0) | (1 << (at & 7));
            return { segment: buildSegment(part), dead };
          }),
        );
        const alive = passages.flatMap((part, from) => part.filter((_, at) => !isDead[from]?.[at]));
        const atOnce = buildSegment(alive);
        expect(merged.ids).toEqual(atOnce.ids);
        expect(merged.head.lengths).toEqual(atOnce.head.lengths);
        // Function words are counted with the dead, which moves a score a little; everything else must be the same.
        if (isDead.flat().every((gone) => !gone)) expect(await search(merged, question)).toEqual(await search(atOnce, question));
        else
          expect((await search(merged, question)).map((one) => one.passageId).toSorted()).toEqual(
            (await search(atOnce, question)).map((one) => one.passageId).toSorted(),
          );
      },
    ),
    { numRuns: 300 },
  );
});
