import { expect, it } from 'vitest';
import { toCommand } from './keys.ts';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});

it.each([
  ['Enter', 'primary'],
  ['e', 'edit'],
  ['E', 'edit'],
  ['x', 'reject'],
  ['z', 'undo'],
  ['g', 'again'],
  ['n', 'next-unsupported'],
  ['?', 'help'],
  ['Escape', 'back'],
])('%s asks for %s', (key, kind) => {
  expect(toCommand(press(key), false, false, true)).toEqual({ kind });
});

it('a digit names a source or a reason', () => {
  expect(toCommand(press('3'), false, false, true)).toEqual({ kind: 'number', number: 3 });
});

it('no letter and no digit does anything while a field is typed in, or when they are switched off', () => {
  for (const key of ['e', 'x', 'z', 'g', 'n', '?', '1']) {
    expect(toCommand(press(key), true, false, true)).toBeUndefined();
    expect(toCommand(press(key), false, false, false)).toBeUndefined();
  }
});

it('Enter in a field types a line, Ctrl or ⌘ Enter inserts', () => {
  expect(toCommand(press('Enter'), true, false, true)).toBeUndefined();
  expect(toCommand(press('Enter', { ctrlKey: true }), true, false, true)).toEqual({ kind: 'primary' });
  expect(toCommand(press('Enter', { metaKey: true }), true, false, true)).toEqual({ kind: 'primary' });
});

it('Enter on a button presses that button and nothing else', () => {
  expect(toCommand(press('Enter'), false, true, true)).toBeUndefined();
});

it('browser shortcuts stay the browser’s', () => {
  expect(toCommand(press('x', { ctrlKey: true }), false, false, true)).toBeUndefined();
  expect(toCommand(press('e', { altKey: true }), false, false, true)).toBeUndefined();
});

it('K and / open the search, but not while a field is typed in', () => {
  for (const key of ['k', 'K', '/']) {
    expect(toCommand(press(key), false, false, true)).toEqual({ kind: 'search' });
    expect(toCommand(press(key), true, false, true)).toBeUndefined();
    expect(toCommand(press(key), false, false, false)).toBeUndefined();
  }
});
