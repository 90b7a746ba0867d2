import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildKernelFile } from './build-kernel.ts';

it('the committed kernel is what its source gives', async () => {
  expect(readFileSync('utils/retrieval/vectors/kernel-bytes.ts', 'utf8')).toBe(await buildKernelFile());
});
