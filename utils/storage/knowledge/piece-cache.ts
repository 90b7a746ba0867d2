/** Pieces of the index that were read, the ones used last kept, up to a number of bytes. */
export type PieceCache = {
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => Uint8Array | undefined;
  readonly put: (key: string, piece: Uint8Array) => void;
  /** Called with every question: while they come, nothing is let go but what doesn't fit. */
  readonly keepBusy: () => void;
  readonly clear: () => void;
};

/** While questions come one after another most of a large index stays at hand; at rest a worker keeps little. */
export const BUSY_BYTES = 32 * 1024 * 1024;
const RESTING_BYTES = 4 * 1024 * 1024;
const REST_AFTER_MS = 5000;

export function createPieceCache(): PieceCache {
  const pieces = new Map<string, Uint8Array>();
  let held = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const shrink = (to: number): void => {
    for (const [key, piece] of pieces) {
      if (held <= to) return;
      pieces.delete(key);
      held -= piece.length;
    }
  };
  return {
    has: (key) => pieces.has(key),
    get(key) {
      const piece = pieces.get(key);
      if (!piece) return undefined;
      pieces.delete(key);
      pieces.set(key, piece);
      return piece;
    },
    put(key, piece) {
      if (pieces.has(key)) return;
      pieces.set(key, piece);
      held += piece.length;
      shrink(BUSY_BYTES);
    },
    keepBusy() {
      clearTimeout(rest);
      rest = setTimeout(() => shrink(RESTING_BYTES), REST_AFTER_MS);
    },
    clear() {
      pieces.clear();
      held = 0;
      clearTimeout(rest);
    },
  };
}
