import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { insertText, undoInsert } from './insert-text.ts';

function createBox(value: string): HTMLTextAreaElement {
  const { document } = new Window();
  const box = document.createElement('textarea');
  document.body.append(box);
  box.value = value;
  return box as unknown as HTMLTextAreaElement;
}

it.each([
  ['an empty box', '', 'Reply'],
  ['a signature with its mark', '\n\n-- \nAna', 'Reply\n\n-- \nAna'],
  ['typed text and a signature', 'Hi\n\n-- \nAna', 'Hi\n\nReply\n\n-- \nAna'],
  ['a signature without a mark', '\n\n\nAna\nNorthwind', 'Reply\n\nAna\nNorthwind'],
  ['typed text alone', 'Hi\n\nthere', 'Hi\n\nthere\n\nReply'],
])('keeps what stood in %s', async (_name, before, after) => {
  const element = createBox(before);
  const inserted = await insertText({ family: 'textarea', element }, 'Reply');
  expect(element.value).toBe(after);
  expect(inserted && (await undoInsert({ family: 'textarea', element }, inserted))).toBe(true);
  expect(element.value).toBe(before);
});

it('puts the reply above what came with the page, below what the agent typed', async () => {
  const element = createBox('');
  element.defaultValue = '\n\nAna';
  element.value = 'Typed\n\nAna';
  await insertText({ family: 'textarea', element }, 'Reply');
  expect(element.value).toBe('Typed\n\nReply\n\nAna');
});

it('takes nothing for a signature that React has only written down as it was typed', async () => {
  const element = createBox('');
  element.value = 'Typed';
  element.defaultValue = 'Typed';
  await insertText({ family: 'textarea', element }, 'Reply');
  expect(element.value).toBe('Typed\n\nReply');
});

it('does not touch a box that was changed since', async () => {
  const element = createBox('');
  const inserted = await insertText({ family: 'textarea', element }, 'Reply');
  element.value += ' more';
  expect(inserted && (await undoInsert({ family: 'textarea', element }, inserted))).toBe(false);
  expect(element.value).toBe('Reply more');
});

it('puts back what stood there when the page rewrites what goes in', async () => {
  const element = createBox('Typed');
  element.addEventListener('input', () => (element.value = element.value.replace('Reply', 'reply')));
  expect(await insertText({ family: 'textarea', element }, 'Reply')).toBeUndefined();
  expect(element.value).toBe('Typed');
});
