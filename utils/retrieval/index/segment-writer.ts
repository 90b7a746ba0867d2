import { createByteWriter } from './bytes.ts';
import { hashArticle } from './hash-key.ts';
import { createNumbers, invert, toOrder } from './numbers.ts';
import { addTotals, BLOCK_PASSAGES, type Scope, type Segment } from './segment.ts';

export type PassageHead = {
  /** Name of its article; passages of one article come one after another. */
  readonly article: string;
  readonly audience: number;
  readonly language: string;
  readonly scope: Scope | undefined;
  readonly id: string;
};

const MAX_SENTENCES = 40;
/** Two bytes at most say how often a key stands in a passage. */
const MAX_TIMES = 16_383;

/**
 * Takes passages word by word and lays them out as a segment. Keys and words get numbers in the order in which they come;
 * at the end keys are sorted by hash and words by how common they are, so that common ones take one byte.
 */
export function createSegmentWriter() {
  const keys = new Map<number, number>();
  const keyHashes: number[] = [];
  const words = new Map<string, number>();
  const wordHashes: number[] = [];
  const wordStems: number[] = [];
  const wordPassages: number[] = [];
  const lastPassageOf: number[] = [];

  const languages: string[] = [];
  const scopes: Scope[] = [];
  const scopeNumbers = new Map<string, number>();
  const ids: string[] = [];
  const audiences: number[] = [];
  const languageOf: number[] = [];
  const scopeOf: number[] = [];
  const lengths: number[] = [];
  const titleLengths: number[] = [];
  const titleStops: number[] = [];
  const articleStarts: number[] = [];
  const articleHashes: number[] = [];

  /** Postings in the order of passages: key and passage, and how often times 2 plus 1 when in the title. */
  const postedKeys = createNumbers();
  const postedPassages = createNumbers();
  const postedCounts = createNumbers();
  /** Word numbers plus 2, 0 and 1 as in `Segment.forward`; where each passage begins. */
  const forward = createNumbers();
  const forwardStarts: number[] = [];

  const countedPassages = new Map<number, number>();
  const lastCountedIn = new Map<number, number>();

  let lastArticle = '';
  let counts = new Map<number, number>();
  let groups = new Map<number, number>();
  let length = 0;
  let titleLength = 0;
  let stops = 0;
  let sentences = 0;
  let pendingBreak = false;

  return {
    /** Number of a key, new or known. */
    key(hash: number): number {
      let number = keys.get(hash);
      if (number === undefined) {
        number = keyHashes.length;
        keys.set(hash, number);
        keyHashes.push(hash);
      }
      return number;
    },
    /** Number of a word, new or known by its name. */
    word(name: string, hash: number, stemKey: number): number {
      let number = words.get(name);
      if (number === undefined) {
        number = wordHashes.length;
        words.set(name, number);
        wordHashes.push(hash);
        wordStems.push(stemKey);
        wordPassages.push(0);
        lastPassageOf.push(-1);
      }
      return number;
    },
    open({ article, audience, language, scope, id }: PassageHead): void {
      if (article !== lastArticle) {
        articleStarts.push(ids.length);
        articleHashes.push(...hashArticle(article));
        lastArticle = article;
      }
      if (!languages.includes(language)) languages.push(language);
      ids.push(id);
      audiences.push(audience);
      languageOf.push(languages.indexOf(language));
      scopeOf.push(scope ? numberOf(scope) : 0);
      forwardStarts.push(forward.length());
      counts = new Map();
      groups = new Map();
      length = titleLength = stops = sentences = 0;
      pendingBreak = false;
    },
    /** A content word. */
    add(word: number, stemKey: number, isTitle: boolean): void {
      if (pendingBreak) {
        if (sentences < MAX_SENTENCES) forward.push(1);
        sentences += 1;
        pendingBreak = false;
      }
      forward.push(word + 2);
      length += 1;
      if (isTitle) titleLength += 1;
      if (lastPassageOf[word] !== ids.length) {
        lastPassageOf[word] = ids.length;
        wordPassages[word] = (wordPassages[word] ?? 0) + 1;
      }
      const count = counts.get(stemKey) ?? 0;
      counts.set(stemKey, (count + 2) | (isTitle ? 1 : 0));
    },
    /** A function word: only those of titles have postings, but all passages that hold it are counted. */
    addStop(key: number, isTitle: boolean): void {
      countPassage(key);
      if (!isTitle) return;
      stops += 1;
      counts.set(key, ((counts.get(key) ?? 0) + 2) | 1);
    },
    /** A synonym group: kept with the passage, without postings. */
    addGroup(key: number, group: number): void {
      countPassage(key);
      groups.set(group, (groups.get(group) ?? 0) + 1);
    },
    /** One more of a key that is no word. */
    count(key: number, isTitle: boolean): void {
      counts.set(key, ((counts.get(key) ?? 0) + 2) | (isTitle ? 1 : 0));
    },
    endTitle(): void {
      forward.push(0);
      pendingBreak = false;
    },
    endSentence(): void {
      pendingBreak = true;
    },
    close(): void {
      const passage = ids.length - 1;
      forward.push(0);
      for (const [group, often] of groups) {
        forward.push((group << 1) | (often > 1 ? 1 : 0));
        if (often > 1) forward.push(often);
      }
      lengths.push(Math.min(length, 65_535));
      titleLengths.push(Math.min(titleLength, 255));
      titleStops.push(Math.min(stops, 255));
      for (const [key, count] of counts) {
        postedKeys.push(key);
        postedPassages.push(passage);
        postedCounts.push(count);
      }
    },
    finish(): Segment {
      const size = ids.length;
      const keyOrder = toOrder(keyHashes.length, (a, b) => (keyHashes[a] ?? 0) - (keyHashes[b] ?? 0));
      const keyPlaces = invert(keyOrder);
      const wordOrder = toOrder(wordHashes.length, (a, b) => (wordPassages[b] ?? 0) - (wordPassages[a] ?? 0) || a - b);
      const wordPlaces = invert(wordOrder);
      const byHash = toOrder(wordHashes.length, (a, b) => (wordHashes[a] ?? 0) - (wordHashes[b] ?? 0) || a - b);
      const { postings, ...keyParts } = layOutPostings(keyPlaces);
      const { bytes, blockStarts } = layOutForward(wordPlaces);
      const sizes = {
        lengths: Uint16Array.from(lengths),
        titleLengths: Uint8Array.from(titleLengths),
        titleStops: Uint8Array.from(titleStops),
      };
      return {
        head: {
          version: 2,
          size,
          audiences: Uint8Array.from(audiences),
          languages,
          languageOf: Uint8Array.from(languageOf),
          scopes,
          scopeOf: Uint16Array.from(scopeOf),
          ...sizes,
          totals: addTotals(sizes),
          articleStarts: Uint32Array.from([...articleStarts, size]),
          keyHashes: Uint32Array.from(keyOrder, (key) => keyHashes[key] ?? 0),
          ...keyParts,
          wordHashes: Uint32Array.from(byHash, (word) => wordHashes[word] ?? 0),
          wordNumbers: Uint32Array.from(byHash, (word) => wordPlaces[word] ?? 0),
          wordPassages: Uint32Array.from(byHash, (word) => wordPassages[word] ?? 0),
          stemKeys: Uint32Array.from(wordOrder, (word) => keyPlaces[wordStems[word] ?? 0] ?? 0),
          blockStarts,
        },
        postings,
        forward: bytes,
        ids,
        articleHashes: Uint32Array.from(articleHashes),
      };
    },
  };

  function countPassage(key: number): void {
    if (lastCountedIn.get(key) === ids.length) return;
    lastCountedIn.set(key, ids.length);
    countedPassages.set(key, (countedPassages.get(key) ?? 0) + 1);
  }

  function numberOf(scope: Scope): number {
    const name = JSON.stringify(scope);
    const known = scopeNumbers.get(name);
    if (known !== undefined) return known;
    scopes.push(scope);
    scopeNumbers.set(name, scopes.length);
    return scopes.length;
  }

  /** Counting sort by key; within a key passages stay in order. */
  function layOutPostings(
    keyPlaces: Uint32Array,
  ): Pick<Segment, 'postings'> & Pick<Segment['head'], 'keyOffsets' | 'keyPassages'> {
    const starts = new Uint32Array(keyHashes.length + 1);
    for (const key of postedKeys.view()) starts[(keyPlaces[key] ?? 0) + 1] = (starts[(keyPlaces[key] ?? 0) + 1] ?? 0) + 1;
    for (let key = 0; key < keyHashes.length; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
    const next = starts.slice();
    const sorted = new Uint32Array(postedKeys.length());
    for (const [index, key] of postedKeys.view().entries()) {
      const place = keyPlaces[key] ?? 0;
      sorted[next[place] ?? 0] = index;
      next[place] = (next[place] ?? 0) + 1;
    }
    const writer = createByteWriter(1 << 16);
    const keyOffsets = new Uint32Array(keyHashes.length + 1);
    const keyPassages = new Uint32Array(keyHashes.length);
    const passages = postedPassages.view();
    const often = postedCounts.view();
    for (let key = 0; key < keyHashes.length; key += 1) {
      const from = starts[key] ?? 0;
      const to = starts[key + 1] ?? 0;
      keyOffsets[key] = writer.length();
      keyPassages[key] = to - from;
      let last = -1;
      for (let at = from; at < to; at += 1) {
        const index = sorted[at] ?? 0;
        const passage = passages[index] ?? 0;
        const count = often[index] ?? 0;
        const times = count >> 1;
        writer.write(((passage - last) << 2) | ((count & 1) << 1) | (times > 1 ? 1 : 0));
        if (times > 1) writer.write(Math.min(times, MAX_TIMES));
        last = passage;
      }
    }
    keyOffsets[keyHashes.length] = writer.length();
    for (const [key, passages] of countedPassages) keyPassages[keyPlaces[key] ?? 0] = passages;
    return { postings: writer.finish(), keyOffsets, keyPassages };
  }

  function layOutForward(wordPlaces: Uint32Array): { bytes: Uint8Array<ArrayBuffer>; blockStarts: Uint32Array<ArrayBuffer> } {
    const tokens = forward.view();
    const writer = createByteWriter(1 << 16);
    const blocks = Math.ceil(ids.length / BLOCK_PASSAGES);
    const blockStarts = new Uint32Array(blocks + 1);
    for (let passage = 0; passage < ids.length; passage += 1) {
      if (passage % BLOCK_PASSAGES === 0) blockStarts[passage / BLOCK_PASSAGES] = writer.length();
      const one = createByteWriter(256);
      let zeros = 0;
      const end = forwardStarts[passage + 1] ?? tokens.length;
      for (let at = forwardStarts[passage] ?? 0; at < end; at += 1) {
        const token = tokens[at] ?? 0;
        one.write(token < 2 || zeros === 2 ? token : (wordPlaces[token - 2] ?? 0) + 2);
        if (token === 0) zeros += 1;
      }
      const bytes = one.finish();
      writer.write(bytes.length);
      writer.append(bytes);
    }
    blockStarts[blocks] = writer.length();
    return { bytes: writer.finish(), blockStarts };
  }
}
