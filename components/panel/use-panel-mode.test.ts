import { expect, it } from 'vitest';
import { changeMode, startMode, type ModeChange } from './use-panel-mode.ts';

const after = (...events: ModeChange[]) => events.reduce(changeMode, startMode);

it('going back keeps the note that was typed', () => {
  const rejection = { reason: 'too-long', source: undefined, note: 'half a page' } as const;
  const back = after({ kind: 'reject', draftId: 'a', rejection }, { kind: 'read' }, { kind: 'reject', draftId: 'a' });
  expect(back.rejection.note).toBe('half a page');
});

it('a reason chosen for one draft is never offered for another', () => {
  const rejection = { reason: 'fact-wrong', source: 1, note: 'about ticket A' } as const;
  const other = after({ kind: 'reject', draftId: 'a', rejection }, { kind: 'reject', draftId: 'b' });
  expect(other).toMatchObject({ draftId: 'b', rejection: { reason: undefined, note: '' } });
});

it('texts typed into two drafts are both kept', () => {
  const both = after(
    { kind: 'type', draftId: 'a', text: 'for A' },
    { kind: 'edit', draftId: 'b' },
    { kind: 'type', draftId: 'b', text: 'for B' },
    { kind: 'read' },
  );
  expect(both.edits).toEqual({ a: 'for A', b: 'for B' });
});

it('help opens and closes with the same key', () => {
  expect(after({ kind: 'help' }).kind).toBe('help');
  expect(after({ kind: 'help' }, { kind: 'help' }).kind).toBe('reading');
});
