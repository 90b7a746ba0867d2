import { expect, it } from 'vitest';
import type { HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { createMacroReader } from './create-macro-reader.ts';
import { openSaved, savedHelpdesks } from './saved-helpdesks.test-support.ts';

const { signal } = new AbortController();

function openMacros(answers: string[]) {
  const demo = savedHelpdesks.find(({ adapter }) => adapter.id === 'demo');
  if (!demo) throw new Error('The demo helpdesk is recorded.');
  let now = 0;
  const page: HelpdeskPage = openSaved(demo, '/tickets/7', () => {
    const text = answers.shift();
    return text === undefined ? undefined : { type: 'application/json', text };
  });
  const read = createMacroReader(
    () => page,
    () => new Date(now),
  );
  return { read: () => read(signal), later: (ms: number) => (now += ms) };
}
const one = JSON.stringify([{ id: '1', title: 'Hello', text: 'Hi' }]);

it('asks once in ten minutes', async () => {
  const { read, later } = openMacros([one, '[]']);
  expect(await read()).toEqual({ kind: 'macros', macros: [{ id: '1', title: 'Hello', text: 'Hi' }] });
  later(9 * 60_000);
  expect(await read()).toMatchObject({ macros: [{ id: '1' }] });
  later(60_001);
  expect(await read()).toEqual({ kind: 'macros', macros: [] });
});

it('does not keep a failure', async () => {
  const { read } = openMacros(['{', one]);
  expect(await read()).toMatchObject({ kind: 'failed', failure: { kind: 'ticket-unreadable' } });
  expect(await read()).toMatchObject({ kind: 'macros' });
});
