import { expect, it } from 'vitest';
import { changeMode, startMode, toText, type ModeChange } from './use-panel-mode.ts';

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
    { kind: 'type', draftId: 'a', text: 'for A', over: 'A' },
    { kind: 'edit', draftId: 'b' },
    { kind: 'type', draftId: 'b', text: 'for B', over: 'B' },
    { kind: 'read' },
  );
  expect([toText(both, 'a', 'A'), toText(both, 'b', 'B'), toText(both, 'c', 'C')]).toEqual(['for A', 'for B', 'C']);
});

it('what was typed is the reply until another version stands: then that one is shown and inserted', () => {
  const typed = after({ kind: 'type', draftId: 'a', text: 'edited', over: 'offered' });
  expect(toText(typed, 'a', 'offered')).toBe('edited');
  expect(toText(typed, 'a', 'edited')).toBe('edited');
  expect(toText(typed, 'a', 'refined')).toBe('refined');
});

it('each contradiction is decided for itself, and what was ticked for one is not ticked for the next', () => {
  const first = after({ kind: 'choose-source', draftId: 'a', source: 2 }, { kind: 'settle', draftId: 'a' });
  expect(first.settled).toEqual(['a']);
  expect(first.chosenSource).toBeUndefined();
});

it('help opens and closes with the same key', () => {
  expect(after({ kind: 'help' }).kind).toBe('help');
  expect(after({ kind: 'help' }, { kind: 'help' }).kind).toBe('reading');
});
