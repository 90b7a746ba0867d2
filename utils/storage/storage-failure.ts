import type { Failure } from '../domain/failure.ts';

/** The failure behind an exception of IndexedDB or `storage`. */
export function toStorageFailure(thrown: unknown): Failure {
  const name = thrown instanceof Error ? thrown.name : '';
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  if (name === 'QuotaExceededError' || /quota/i.test(said)) return { kind: 'storage-full' };
  return { kind: 'storage-broken', said: `${name} ${said}`.trim().slice(0, 300) };
}
