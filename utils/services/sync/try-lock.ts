/** Does the work unless another context of this extension holds the lock; says which. A context that ends frees its locks. */
export function tryLock(name: string, work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}
