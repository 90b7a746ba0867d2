import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluatePiiSet } from './evaluate-pii-set.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pii-set-'));
  await mkdir(join(folder, 'dev'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (...lines: string[]): Promise<void> => writeFile(join(folder, 'dev/items.jsonl'), `${lines.join('\n')}\n`);
const evaluate = () => evaluatePiiSet({ folder, split: 'dev' });
const mail = JSON.stringify({
  id: 'a',
  text: 'Mail a@x.org now',
  spans: [{ type: 'EMAIL', start: 5, end: 12, value: 'a@x.org' }],
});
const card = JSON.stringify({ id: 'b', text: 'no card here', type: 'CREDIT_CARD', expect: 0, spans: [] });

it('a set is read from its split and gives its figures with the number of items', async () => {
  await write(mail, '', card);
  expect(await evaluate()).toMatchObject({ items: 2, 'recall e-mail': 1, 'n e-mail': 1, 'clean negatives': 1 });
});

it('the order of the lines changes nothing in the JSON', async () => {
  await write(mail, card);
  const first = JSON.stringify(await evaluate());
  await write(card, mail);
  expect(JSON.stringify(await evaluate())).toBe(first);
});

it('a line that is no item is named by file and number', async () => {
  await write(mail, '{"id":"c"}');
  await expect(evaluate()).rejects.toThrow(/items\.jsonl, line 2/);
});
