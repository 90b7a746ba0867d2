import type { SegmentHead } from '../index/segment.ts';

/** Room to add up what passages of a segment are worth, used again for the next question. */
export type Scratch = {
  /** Sums by passage; 0 where nothing was added. */
  readonly words: Float32Array;
  readonly titles: Float32Array;
  readonly titleForm: Float32Array;
  readonly concepts: Float32Array;
  /** Passages with a sum other than 0, in the order in which they were met. */
  readonly touched: Uint32Array;
  touchedLength: number;
  /** Places of all words, one list after another. */
  passages: Uint32Array;
  counts: Uint8Array;
  placesLength: number;
};

const free = new WeakMap<SegmentHead, Scratch[]>();

/** Gives out a clean scratch of the segment; give it back with `releaseScratch`. Two searches at once get two. */
export function takeScratch(head: SegmentHead): Scratch {
  const { size } = head;
  return (
    free.get(head)?.pop() ?? {
      words: new Float32Array(size),
      titles: new Float32Array(size),
      titleForm: new Float32Array(size),
      concepts: new Float32Array(size),
      touched: new Uint32Array(size),
      touchedLength: 0,
      passages: new Uint32Array(1024),
      counts: new Uint8Array(1024),
      placesLength: 0,
    }
  );
}

export function releaseScratch(head: SegmentHead, scratch: Scratch): void {
  const { words, titles, titleForm, concepts, touched, touchedLength } = scratch;
  for (let at = 0; at < touchedLength; at += 1) {
    const passage = touched[at] ?? 0;
    words[passage] = titles[passage] = titleForm[passage] = concepts[passage] = 0;
  }
  scratch.touchedLength = 0;
  scratch.placesLength = 0;
  const others = free.get(head);
  if (others) others.push(scratch);
  else free.set(head, [scratch]);
}

/** Makes room for `more` places. */
export function reservePlaces(scratch: Scratch, more: number): void {
  const needed = scratch.placesLength + more;
  if (needed <= scratch.passages.length) return;
  const passages = new Uint32Array(Math.max(needed, scratch.passages.length * 2));
  const counts = new Uint8Array(passages.length);
  passages.set(scratch.passages);
  counts.set(scratch.counts);
  scratch.passages = passages;
  scratch.counts = counts;
}
