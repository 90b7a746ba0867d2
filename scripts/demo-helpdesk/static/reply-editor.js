// The reply form: who reads it, the toolbar, and the text that is sent. Runs on every page; does nothing without a form.
const form = document.querySelector('[data-reply-form]');
const editor = form?.querySelector('[data-reply-editor]');

if (form && editor) {
  for (const button of form.querySelectorAll('[data-kind]')) button.addEventListener('click', () => choose(button.dataset.kind));
  for (const button of form.querySelectorAll('[data-command]')) {
    // Without this the editor would lose its selection before the command runs.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => document.execCommand(button.dataset.command));
  }
  document.execCommand('defaultParagraphSeparator', false, 'p');
  form.addEventListener('submit', (event) => {
    if (editor.isContentEditable) form.elements.text.value = toText(editor);
    if (form.elements.text.value.trim() !== '') return;
    event.preventDefault();
    form.querySelector('[data-problem]').textContent = 'There is nothing to send yet. Write a reply first.';
  });
}

/** @param {'public' | 'internal'} kind */
function choose(kind) {
  form.dataset.visibility = kind;
  form.elements.visibility.value = kind;
  for (const button of form.querySelectorAll('[data-kind]'))
    button.setAttribute('aria-pressed', String(button.dataset.kind === kind));
  for (const line of form.querySelectorAll('[data-for]')) line.hidden = line.dataset.for !== kind;
}

/** What was written, as text: paragraphs divided by a blank line, lists with "- " and "1. ". */
function toText(root) {
  return blocksOf(root)
    .filter((block) => block !== '')
    .join('\n\n');
}

/** Runs of text between block elements, each as one block; a list is one block. */
function blocksOf(root) {
  const blocks = [];
  let line = '';
  const end = () => {
    blocks.push(line.replaceAll(/ *\n */g, '\n').trim());
    line = '';
  };
  for (const node of root.childNodes) {
    if (node.nodeName === 'UL' || node.nodeName === 'OL') {
      end();
      blocks.push(listToText(node));
    } else if (node.nodeName === 'P' || node.nodeName === 'DIV' || /^H[1-6]$|^BLOCKQUOTE$|^PRE$/.test(node.nodeName)) {
      end();
      blocks.push(...blocksOf(node));
    } else line += inlineText(node);
  }
  end();
  return blocks;
}

function inlineText(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replaceAll(/[ \t\r\n\u00a0]+/g, ' ');
  if (node.nodeName === 'BR') return '\n';
  return [...node.childNodes].map(inlineText).join('');
}

function listToText(list) {
  const numbered = list.nodeName === 'OL';
  const first = numbered ? list.start : 1;
  return [...list.children]
    .map(
      (item, index) =>
        `${numbered ? `${first + index}.` : '-'} ${blocksOf(item)
          .filter((block) => block !== '')
          .join('\n')
          .replaceAll('\n', '\n  ')}`,
    )
    .join('\n');
}
