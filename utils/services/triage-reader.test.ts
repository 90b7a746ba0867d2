import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { asks } from '../pipeline/test-support.ts';
import { createTriageReader } from './triage-reader.ts';

const readGeneral = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL('../../public/triage/general-intents.bin', import.meta.url)));
const none = () => Promise.reject(new Error('not there'));

it('without a classifier of its own a team has the general one', async () => {
  const triage = await createTriageReader({ models: { read: async () => undefined }, readGeneral }).readTriage();
  expect(triage(asks).intent ?? triage(asks).isOutOfScope).toBeTruthy();
});

it.each([
  ['broken', async () => new Uint8Array([1, 2, 3])],
  ['out of reach', none],
])('a classifier of the team’s that is %s gives way to the general one', async (_why, read) => {
  const own = await createTriageReader({ models: { read }, readGeneral }).readTriage();
  const general = await createTriageReader({ models: { read: async () => undefined }, readGeneral }).readTriage();
  expect(own(asks)).toEqual(general(asks));
});

it('without either, rules alone judge, and say no intent', async () => {
  const triage = await createTriageReader({ models: { read: none }, readGeneral: none }).readTriage();
  expect(triage(asks)).toMatchObject({ by: 'rules', urgency: 'normal' });
  expect(triage(asks).intent).toBeUndefined();
});

it('the classifier is read once, and again when it was fitted anew', async () => {
  let reads = 0;
  const read = async () => ((reads += 1), await readGeneral());
  const reader = createTriageReader({ models: { read }, readGeneral: none });
  await Promise.all([reader.readTriage(), reader.readTriage()]);
  expect(reads).toBe(1);
  reader.forget();
  await reader.readTriage();
  expect(reads).toBe(2);
});
