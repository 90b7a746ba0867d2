/**
 * Runs in a replica's page: gives an editor's element the one behaviour that an insert needs of it. Editors with a model take a paste and write it
 * themselves (Slate its text alone); the others let the browser edit. The real editors are tried in `e2e/editors/`.
 */
export function standInForEditors(): void {
  const models =
    '.ck-editor__editable, .ProseMirror, [data-lexical-editor], .public-DraftEditor-content, .ql-editor, .fr-element, .redactor-in, [data-slate-editor]';
  const write = (pasted: Node): void => {
    const range = getSelection()?.getRangeAt(0);
    range?.deleteContents();
    range?.insertNode(pasted);
  };
  document.addEventListener('paste', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest(models)) return;
    event.preventDefault();
    const template = document.createElement('template');
    template.innerHTML = event.clipboardData?.getData('text/html') ?? '';
    if (template.innerHTML !== '') return write(template.content);
    for (const line of (event.clipboardData?.getData('text/plain') ?? '').split('\n')) {
      const paragraph = document.createElement('div');
      paragraph.append(line);
      template.content.append(paragraph);
    }
    write(template.content);
  });
}
