import { Window } from 'happy-dom';
import { afterEach, expect, it, vi } from 'vitest';
import { insertText, undoInsert } from './insert-text.ts';
import { readEditor } from './read-back.ts';

type PasteBox = { element: HTMLElement; pasted: { text: string; html: string }[]; keys: string[] };

/** An editor that keeps a model of lines and draws it a moment after a paste; `change` is what it makes of what is pasted. */
function createModelEditor(lines: readonly string[], change: (text: string) => string | undefined = (text) => text): PasteBox {
  const window = new Window();
  Object.assign(globalThis, { DataTransfer: window.DataTransfer, ClipboardEvent: window.ClipboardEvent });
  const element = window.document.createElement('div') as unknown as HTMLElement;
  element.className = 'ProseMirror';
  element.setAttribute('contenteditable', 'true');
  window.document.body.append(element as never);
  const steps = [lines];
  const draw = (): void =>
    void setTimeout(() => {
      element.replaceChildren(
        ...(steps.at(-1) ?? []).map((line) => Object.assign(element.ownerDocument.createElement('p'), { textContent: line })),
      );
    }, 5);
  element.innerHTML = lines.map((line) => `<p>${line}</p>`).join('');
  const box: PasteBox = { element, pasted: [], keys: [] };
  element.addEventListener('paste', ({ clipboardData }) => {
    const text = clipboardData?.getData('text/plain') ?? '';
    box.pasted.push({ text, html: clipboardData?.getData('text/html') ?? '' });
    const changed = change(text);
    if (changed !== undefined) steps.push([...(steps.at(-1) ?? []), ...changed.split('\n')]);
    draw();
  });
  element.addEventListener('keydown', ({ key, ctrlKey }) => {
    box.keys.push(`${ctrlKey ? 'Control+' : ''}${key}`);
    if (steps.length > 1) steps.pop();
    draw();
  });
  return box;
}

afterEach(() => {
  vi.useRealTimers();
});

const editorOf = ({ element }: PasteBox) => ({ family: 'prosemirror', element }) as const;

it('starts before anything is awaited', () => {
  const box = createModelEditor(['']);
  void insertText(editorOf(box), 'Reply');
  expect(box.pasted).toEqual([{ text: 'Reply', html: '<p>Reply</p>' }]);
});

it('waits for an editor that draws later, and hears of what stood there', async () => {
  const inserted = await insertText(editorOf(createModelEditor(['Typed'])), 'Reply');
  expect(inserted).toMatchObject({ keptText: true, before: 'Typed\n', after: 'Typed\n\nReply\n' });
});

it('keeps the reply apart from what was typed', async () => {
  const box = createModelEditor(['Typed']);
  await insertText(editorOf(box), 'Reply');
  expect(box.pasted).toEqual([{ text: '\n\nReply', html: '<p><br></p><p>Reply</p>' }]);
});

it('is taken back by the editor’s own undo', async () => {
  const box = createModelEditor(['Typed']);
  const inserted = await insertText(editorOf(box), 'Reply');
  expect(inserted && (await undoInsert(editorOf(box), inserted))).toBe(true);
  expect(box.keys).toEqual(['Control+z']);
  expect(readEditor(box.element).trim()).toBe('Typed');
});

it('leaves alone what was changed since', async () => {
  const box = createModelEditor(['Typed']);
  const inserted = await insertText(editorOf(box), 'Reply');
  box.element.append('more');
  expect(inserted && (await undoInsert(editorOf(box), inserted))).toBe(false);
  expect(box.keys).toEqual([]);
});

it.each([
  ['changes a letter', (text: string) => text.replace('R', 'r')],
  ['puts it in twice', (text: string) => `${text}\n${text}`],
  ['takes nothing', () => undefined],
])('answers that it did not go in, and takes it out, where the editor %s', async (_what, change) => {
  const box = createModelEditor(['Typed'], change);
  vi.useFakeTimers();
  const inserting = insertText(editorOf(box), 'Reply');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await inserting).toBeUndefined();
  expect(readEditor(box.element).trim()).toBe('Typed');
});

it('never runs a command of the browser in an editor with a model', async () => {
  const box = createModelEditor(['Typed']);
  const commands: string[] = [];
  Object.assign(box.element.ownerDocument, { execCommand: (name: string) => commands.push(name) });
  const inserted = await insertText(editorOf(box), 'Reply');
  if (inserted) await undoInsert(editorOf(box), inserted);
  expect(commands).toEqual([]);
});
