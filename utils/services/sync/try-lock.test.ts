import { expect, it } from 'vitest';
import { tryLock } from './try-lock.ts';

it('what is locked is left alone, until it is free again', async () => {
  const order: string[] = [];
  const { promise: hold, resolve: free } = Promise.withResolvers<void>();
  const first = tryLock('a source', () => hold);
  expect(await tryLock('a source', async () => void order.push('second'))).toBe(false);
  expect(await tryLock('another source', async () => void order.push('other'))).toBe(true);
  free();
  expect(await first).toBe(true);
  expect(await tryLock('a source', async () => void order.push('third'))).toBe(true);
  expect(order).toEqual(['other', 'third']);
});

it('work that fails frees the lock', async () => {
  await expect(tryLock('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await tryLock('failing', async () => undefined)).toBe(true);
});
