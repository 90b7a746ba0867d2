const LOCK = 'deskside-knowledge';
let waiting: Promise<unknown> = Promise.resolve();

/** One change of the knowledge at a time, over all pages and the worker: a change is worked out from what it finds. */
export async function withWriteLock<T>(work: () => Promise<T>): Promise<T> {
  const own = waiting.then(
    () => ('locks' in navigator ? navigator.locks.request(LOCK, work) : work()),
    () => ('locks' in navigator ? navigator.locks.request(LOCK, work) : work()),
  );
  waiting = own.catch(() => undefined);
  return await own;
}
