/** What a key of the index stands for. */
export type KeyKind = 'stem' | 'stop-word' | 'concept' | 'synonym' | 'word';

const seeds: Readonly<Record<KeyKind, number>> = {
  stem: 0x811c9dc5,
  'stop-word': 0x2f0b4c47,
  concept: 0x5bd1e995,
  synonym: 0x38b34ae5,
  word: 0x1b873593,
};

/**
 * 32 bits for a word of one kind, in place of its letters: an index of 250,000 words takes a wrong one for a word that it
 * doesn't hold once in 17,000 words. FNV-1a with a final mix (Fowler, Noll, Vo; MurmurHash3's finaliser).
 */
export function hashKey(kind: KeyKind, text: string): number {
  let hash = seeds[kind];
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Place of `hash` in a sorted array, -1 when it is not there; the first of equal ones. */
export function findHash(sorted: Uint32Array, hash: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === hash ? low : -1;
}

/** 64 bits for an article's name, as two numbers. */
export function hashArticle(name: string): readonly [number, number] {
  return [hashKey('stem', name), hashKey('word', name)];
}

/** Place of an article among hashes laid out as `hashArticle` gives them; -1 when it is not there. */
export function findArticle(hashes: Uint32Array, name: string): number {
  const [first, second] = hashArticle(name);
  for (let at = 0; at + 1 < hashes.length; at += 2) if (hashes[at] === first && hashes[at + 1] === second) return at / 2;
  return -1;
}
