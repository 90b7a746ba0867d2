/** Numbers in [0, 1) that follow from a seed alone (mulberry32), so that equal tickets give equal models. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Puts a list into a random order, in place. */
export function shuffle<T extends { readonly length: number; [at: number]: V }, V>(list: T, random: () => number): T {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const moved = list[at];
    const put = list[other];
    if (moved === undefined || put === undefined) continue;
    list[at] = put;
    list[other] = moved;
  }
  return list;
}
