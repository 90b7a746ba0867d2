/**
 * Runs in a replica's page: gives an editor's element the one behaviour that an insert needs of it. Editors with a model take a paste (Slate: the
 * `beforeinput` of one) and write it themselves; the others let the browser edit. The real editors are tried in `e2e/editors/`.
 */
export function standInForEditors(): void {
  const models =
    '.ck-editor__editable, .ProseMirror, [data-lexical-editor], .public-DraftEditor-content, .ql-editor, .fr-element, .redactor-in';
  const write = (html: string): void => {
    const range = getSelection()?.getRangeAt(0);
    const template = document.createElement('template');
    template.innerHTML = html;
    range?.deleteContents();
    range?.insertNode(template.content);
  };
  document.addEventListener('paste', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest(models)) return;
    event.preventDefault();
    write(event.clipboardData?.getData('text/html') ?? '');
  });
  document.addEventListener('beforeinput', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-slate-editor]')) return;
    event.preventDefault();
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    const paragraph = document.createElement('p');
    for (const line of text.split('\n')) {
      paragraph.append(line, document.createElement('br'));
    }
    write(paragraph.outerHTML);
  });
}
