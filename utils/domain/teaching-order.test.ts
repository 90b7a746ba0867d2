import { expect, it } from 'vitest';
import { addShown, goBack, startTeaching } from './teaching-order.ts';
import { toAsked, type Shown } from './teaching.ts';

const show = (part: Shown['part'], ...path: number[]): Shown => ({ part, path, words: '' });
const start = startTeaching(7, 'desk.example');
const upTo = (...parts: Shown['part'][]) => parts.reduce((now, part, index) => addShown(now, show(part, index)), start);

it('asks for one part after the other, and for nothing once all are shown', () => {
  expect(toAsked(start)).toBe('subject');
  expect(toAsked(upTo('subject', 'requester', 'agent'))).toBe('note');
  expect(toAsked(upTo('subject', 'requester', 'agent', 'note', 'reply'))).toBeUndefined();
});

it('does not ask for a note where there is none', () => {
  expect(toAsked({ ...upTo('subject', 'requester', 'agent'), answers: { noNote: true } })).toBe('reply');
});

it('goes back one step at a time, over "there is no note" too', () => {
  const told = { ...upTo('subject', 'requester', 'agent'), answers: { noNote: true } };
  const shown = addShown(told, show('reply', 9));
  expect(goBack(shown).shown).toEqual(told.shown);
  expect(toAsked(goBack(told))).toBe('note');
  expect(toAsked(goBack(goBack(told)))).toBe('agent');
});

it('puts a part that is shown anew in the place of the one before, and gives up a mending on the way back', () => {
  const mending = { ...upTo('subject', 'requester'), mending: 'subject' as const };
  expect(addShown(mending, show('subject', 5)).shown.map(({ path }) => path[0])).toEqual([1, 5]);
  expect(toAsked(goBack(mending))).toBe('agent');
});

it('asks anew who reads a box that is shown anew', () => {
  const answered = { ...upTo('subject', 'reply'), answers: { noNote: false, audience: 'public' as const } };
  expect(addShown(answered, show('reply', 3)).answers.audience).toBeUndefined();
});

it('takes a message that is said to be a note for nothing else', () => {
  expect(addShown(upTo('subject', 'requester'), show('note', 1)).shown.map(({ part }) => part)).toEqual(['subject', 'note']);
});
