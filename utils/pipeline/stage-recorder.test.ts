import { expect, it } from 'vitest';
import type { StageTrace } from '../domain/draft.ts';
import { toFirstState } from './assist-ticket.ts';
import { next } from './stage.ts';
import { createStageRecorder } from './stage-recorder.ts';
import { asks, deps } from './test-support.ts';

const trace = async (note: Pick<StageTrace, 'input' | 'output'>): Promise<StageTrace | undefined> => {
  const recorder = createStageRecorder(
    () => 0,
    () => undefined,
  );
  await recorder.run('draft', () => next(toFirstState({ ticket: asks, deps: deps([]) }), { note: 'Written', ...note }));
  return recorder.trace()[0];
};
const part = (name: string, length: number) => ({ name, text: 'x'.repeat(length), tokens: length });

it('a prompt of the usual size is kept whole', async () => {
  const input = [part('ticket', 20_000), part('source 1', 15_000)];
  expect((await trace({ input, output: 'Hello' }))?.input).toEqual(input);
});

it('of a huge one the long parts lose their end and say so, the short ones stay', async () => {
  const kept = await trace({
    input: [part('ticket', 900_000), part('rules', 300), part('source 1', 900_000)],
    output: 'y'.repeat(90_000),
  });
  expect(kept?.input?.[1]?.text).toBe('x'.repeat(300));
  expect(kept?.input?.map(({ name }) => name)).toEqual(['ticket', 'rules', 'source 1']);
  expect(JSON.stringify(kept).length).toBeLessThan(81_000);
  expect(kept?.input?.[0]?.text).toMatch(/characters not kept\]$/);
  expect(kept?.output).toMatch(/50000 characters not kept\]$/);
});
