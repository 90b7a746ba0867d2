import { readNumber, type ByteReader } from '../index/bytes.ts';
import { findHash, hashKey } from '../index/hash-key.ts';
import type { SegmentHead } from '../index/segment.ts';
import type { Corpus } from './corpus.ts';
import type { ReadQuery } from './read-query.ts';

/** What was found in a passage word by word: how often each unit, word, pair and synonym group of the question stands there. */
export type Sight = {
  readonly units: readonly number[];
  readonly exact: readonly number[];
  readonly pairs: readonly number[];
  readonly groups: readonly number[];
  /** Share of the title's information that the question names, 0–1. */
  readonly titleShare: number;
  /** Information of the question that stands in one sentence and the title together, at most. */
  readonly bestSentence: number;
};

/** Reads the passage that comes after `before` others in a forward block. */
type SeePassage = (block: Uint8Array, before: number) => Sight;

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

/** Prepares a question for a segment: which of its keys and words are the question's. */
export function createSight(
  corpus: Corpus,
  query: ReadQuery,
  unitIdfs: readonly number[],
  words: readonly { readonly hash: number }[],
  pairs: readonly { readonly pair: string }[],
  groups: readonly { readonly group: number }[],
): (head: SegmentHead) => SeePassage {
  const width = query.units.length;
  const worth = Float64Array.from(query.units, ({ weight }, unit) => (unitIdfs[unit] ?? 0) * Math.min(1, weight));
  const isOwn = Uint8Array.from(query.units, ({ own }) => (own > 0 ? 1 : 0));
  /** Place of each pair by its two units. */
  const pairAt = new Int16Array(width * width).fill(-1);
  for (const [place, { pair }] of pairs.entries()) {
    const [first = 0, second = 0] = pair.split(' ').map(Number);
    pairAt[first * width + second] = place;
  }
  const groupAt = new Map(groups.map(({ group }, place) => [group, place]));

  return (head) => {
    const unitOfKey = new Map<number, number>();
    for (const [unit, { stems }] of query.units.entries()) {
      for (const stem of stems) {
        const key = findHash(head.keyHashes, hashKey('stem', stem));
        if (key >= 0) unitOfKey.set(key, unit);
      }
    }
    const wordOfNumber = new Map<number, number>();
    for (const [place, { hash }] of words.entries())
      for (let at = findHash(head.wordHashes, hash); at >= 0 && head.wordHashes[at] === hash; at += 1)
        wordOfNumber.set(head.wordNumbers[at] ?? 0, place);
    /** The last sentence, and the title, in which each unit was seen. */
    const seenIn = new Int32Array(width);

    return (bytes, before) => {
      const reader: ByteReader = { bytes, at: 0 };
      for (let skip = 0; skip < before; skip += 1) {
        const length = readNumber(reader);
        reader.at += length;
      }
      const length = readNumber(reader);
      const end = reader.at + length;
      const sight = {
        units: zeros(width),
        exact: zeros(words.length),
        pairs: zeros(pairs.length),
        groups: zeros(groups.length),
      };
      seenIn.fill(-1);
      const note = (word: number, unit: number, last: number): void => {
        sight.units[unit] = (sight.units[unit] ?? 0) + 1;
        const exact = wordOfNumber.get(word);
        if (exact !== undefined) sight.exact[exact] = (sight.exact[exact] ?? 0) + 1;
        const pair = last >= 0 ? (pairAt[last * width + unit] ?? -1) : -1;
        if (pair >= 0) sight.pairs[pair] = (sight.pairs[pair] ?? 0) + 1;
      };

      let titleMass = 0;
      let titleWhole = 0;
      let titleAsked = 0;
      const titleKeys: number[] = [];
      let last = -1;
      for (let token = readNumber(reader); token !== 0; token = readNumber(reader)) {
        const key = head.stemKeys[token - 2] ?? -1;
        const unit = unitOfKey.get(key) ?? -1;
        if (!titleKeys.includes(key)) {
          titleKeys.push(key);
          const idf = corpus.idfOfKey(head, key);
          titleWhole += idf;
          if (unit >= 0 && isOwn[unit] === 1) titleAsked += idf;
        }
        if (unit >= 0) {
          note(token - 2, unit, last);
          if (seenIn[unit] === -1) titleMass += worth[unit] ?? 0;
          seenIn[unit] = 0;
        }
        last = unit;
      }

      let sentence = 1;
      let mass = titleMass;
      let best = 0;
      last = -1;
      for (let token = readNumber(reader); token !== 0; token = readNumber(reader)) {
        if (token === 1) {
          if (mass > best) best = mass;
          mass = titleMass;
          sentence += 1;
          continue;
        }
        const unit = unitOfKey.get(head.stemKeys[token - 2] ?? -1) ?? -1;
        if (unit >= 0) {
          note(token - 2, unit, last);
          if (seenIn[unit] !== 0 && seenIn[unit] !== sentence) {
            seenIn[unit] = sentence;
            mass += worth[unit] ?? 0;
          }
        }
        last = unit;
      }
      if (mass > best) best = mass;

      while (reader.at < end) {
        const packed = readNumber(reader);
        const often = (packed & 1) === 0 ? 1 : readNumber(reader);
        const place = groupAt.get(packed >>> 1);
        if (place !== undefined) sight.groups[place] = often;
      }
      return { ...sight, titleShare: titleAsked / Math.max(1, titleWhole), bestSentence: best };
    };
  };
}
