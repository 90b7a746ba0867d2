/** The best of very many, without an object for each: a binary heap over arrays, the worst of the kept on top. */
export type TopList = {
  readonly offer: (score: number, segment: number, passage: number) => void;
  /** Best first; of equal ones the earlier. */
  readonly sorted: () => { segment: number; passage: number }[];
};

export function createTopList(limit: number): TopList {
  const scores = new Float64Array(limit);
  const places = new Float64Array(limit);
  /** Segment and passage in one number, ascending with both. */
  const PER_SEGMENT = 2 ** 32;
  let length = 0;
  const isWorse = (a: number, b: number): boolean =>
    (scores[a] ?? 0) < (scores[b] ?? 0) || (scores[a] === scores[b] && (places[a] ?? 0) > (places[b] ?? 0));
  const swap = (a: number, b: number): void => {
    const score = scores[a] ?? 0;
    const place = places[a] ?? 0;
    scores[a] = scores[b] ?? 0;
    places[a] = places[b] ?? 0;
    scores[b] = score;
    places[b] = place;
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= length) return;
      const worse = left + 1 < length && isWorse(left + 1, left) ? left + 1 : left;
      if (!isWorse(worse, at)) return;
      swap(at, worse);
      at = worse;
    }
  };
  return {
    offer(score, segment, passage) {
      if (length === limit) {
        if (score <= (scores[0] ?? 0)) return;
        scores[0] = score;
        places[0] = segment * PER_SEGMENT + passage;
        sink();
        return;
      }
      let at = length;
      scores[at] = score;
      places[at] = segment * PER_SEGMENT + passage;
      length += 1;
      for (let parent = (at - 1) >> 1; at > 0 && isWorse(at, parent); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    sorted: () =>
      Array.from({ length }, (_, at) => at)
        .toSorted((a, b) => (isWorse(a, b) ? 1 : -1))
        .map((at) => {
          const place = places[at] ?? 0;
          return { segment: Math.floor(place / PER_SEGMENT), passage: place % PER_SEGMENT };
        }),
  };
}
