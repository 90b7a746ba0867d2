/** Says in plain words why a file or page can't be read, as the end of "x is left out: …". */
export class UnreadableError extends Error {}

/** The reason inside an unknown thrown value; what a library says in its own words is not shown. */
export function toReason(thrown: unknown): string {
  return thrown instanceof UnreadableError ? thrown.message : 'it is damaged, or not what its name says';
}
