import { focusFirstLine, htmlToLines, toHtml, type StartEditor } from '../bench-editor.ts';

/**
 * A stand-in for Redactor 3, which is not on npm. What it does is what was measured with the file that osTicket 1.18
 * brings along (`js/redactor.min.js` of osTicket/osTicket at 4689926, 2023-10-25): the source textarea is hidden in `.redactor-box` and
 * kept in step; a paste is stopped, its data trimmed and put in by Redactor itself, as markup only when text comes with it; an undo of its own.
 * On 2026-11-21 that file went through the same matrix in both browsers, every cell of it ok.
 */
export const start: StartEditor = async (host, paragraphs) => {
  const box = document.createElement('div');
  box.className = 'redactor-box';
  const source = document.createElement('textarea');
  source.style.display = 'none';
  const editable = document.createElement('div');
  editable.className = 'redactor-in redactor-styles';
  editable.contentEditable = 'true';
  editable.innerHTML = toHtml(paragraphs);
  box.append(editable, source);
  host.append(box);

  const stack: string[] = [];
  const undone: string[] = [];
  let shown = editable.innerHTML;
  const sync = (): void => void (source.value = editable.innerHTML);
  /** A new step for the undo. */
  const record = (): void => {
    if (shown === editable.innerHTML) return;
    stack.push(shown);
    undone.length = 0;
    shown = editable.innerHTML;
  };
  const step = (from: string[], to: string[]): void => {
    const html = from.pop();
    if (html === undefined) return;
    to.push(shown);
    shown = html;
    editable.innerHTML = html;
    focusFirstLine(editable);
    sync();
  };
  sync();
  editable.addEventListener('input', sync);
  editable.addEventListener('beforeinput', (event) => {
    if (!event.isTrusted || event.inputType.startsWith('history')) event.preventDefault();
  });
  editable.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || (event.key !== 'z' && event.key !== 'y')) return;
    event.preventDefault();
    record();
    if (event.key === 'z') step(stack, undone);
    else step(undone, stack);
  });
  editable.addEventListener('paste', (event) => {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const html = event.clipboardData?.getData('text/html') ?? '';
    record();
    if (text !== '' && html !== '') pasteBlocks(editable, html.trim());
    else pasteInline(text.trim());
    record();
    sync();
  });
  return {
    readLines: () => htmlToLines(source.value),
    focus: () => focusFirstLine(editable),
    stop: () => undefined,
  };
};

/** Blocks go after the block with the caret; an empty one is replaced. */
function pasteBlocks(editable: HTMLElement, html: string): void {
  const selection = document.getSelection();
  selection?.getRangeAt(0).deleteContents();
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const at = selection?.anchorNode;
  const block = [...editable.children].find((child) => at && child.contains(at));
  const last = holder.content.lastElementChild;
  if (!block) editable.append(holder.content);
  else if (block.textContent === '') block.replaceWith(holder.content);
  else block.after(holder.content);
  if (last) selection?.collapse(last, last.childNodes.length);
}

/** Text alone goes into the line with the caret. */
function pasteInline(text: string): void {
  const lines = text.split('\n').flatMap((line) => [document.createElement('br'), line]);
  const fragment = document.createDocumentFragment();
  fragment.append(...lines.slice(1));
  document.getSelection()?.getRangeAt(0).insertNode(fragment);
}
