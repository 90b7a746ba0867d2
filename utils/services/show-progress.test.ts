import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftRecordSchema, type DraftProgress } from '../domain/draft.ts';
import type { DraftStreamDown } from '../messaging/contract.ts';
import { createProgressShower } from './show-progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const record = draftRecordSchema.parse({
  id: 'd1',
  opportunityId: 'demo/desk/1/',
  lock: { host: 'desk', helpdesk: 'demo', ticketId: '1', requesterId: 'u', lastMessageId: 'm' },
  subject: '',
  createdAt: '2026-11-21T10:00:00.000Z',
  versions: [],
});
const toProgress = (text: string): DraftProgress => ({ stages: [], stage: 'draft', text, language: 'en', sources: [] });

function makeShower(saveProgress: () => Promise<void> = async () => undefined) {
  const shown: string[] = [];
  const emit = (event: DraftStreamDown): void => void (event.kind === 'draft-delta' && shown.push(event.progress.text));
  return { shown, ...createProgressShower(record, { saveProgress }, emit) };
}

it('the first words do not wait for the pace that a stage before them has set', async () => {
  const { shown, show } = makeShower();
  show(toProgress(''));
  show(toProgress('Hello'));
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toEqual(['', 'Hello']);
});

it('200 tokens a second are shown twenty times a second, and the last one always', async () => {
  const { shown, show, settle } = makeShower();
  for (let token = 1; token <= 200; token += 1) {
    show(toProgress('x'.repeat(token)));
    await vi.advanceTimersByTimeAsync(5);
  }
  await settle();
  expect(shown.length).toBeLessThanOrEqual(22);
  expect(shown.at(-1)).toHaveLength(200);
});

it('a snapshot is saved before it is shown', async () => {
  const order: string[] = [];
  const emit = (): void => void order.push('shown');
  const { show, settle } = createProgressShower(record, { saveProgress: async () => void order.push('saved') }, emit);
  show(toProgress('Hello'));
  await settle();
  expect(order).toEqual(['saved', 'shown']);
});

it('a snapshot that cannot be saved is shown all the same', async () => {
  const { shown, show, settle } = makeShower(() => Promise.reject(new Error('full')));
  show(toProgress('Hello'));
  await settle();
  expect(shown).toEqual(['Hello']);
});
