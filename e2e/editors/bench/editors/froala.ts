import FroalaEditor from 'froala-editor';
import 'froala-editor/css/froala_editor.min.css';
import 'froala-editor/js/plugins/link.min.js';
import 'froala-editor/js/plugins/lists.min.js';
import 'froala-editor/js/plugins/paragraph_format.min.js';
import { focusFirstLine, htmlToLines, toHtml, type StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const box = document.createElement('div');
  box.innerHTML = toHtml(paragraphs);
  host.append(box);
  const editor = await new Promise<FroalaEditor>((resolve) => {
    const made: FroalaEditor = new FroalaEditor(box, { attribution: false, events: { initialized: () => resolve(made) } });
    // Over an element that is there, it may have started already.
    setTimeout(() => resolve(made), 100);
  });
  const editable = host.querySelector<HTMLElement>('.fr-element');
  return {
    readLines: () => htmlToLines(editor.html.get()),
    focus: () => editable && focusFirstLine(editable),
    stop: () => void editor.destroy(),
  };
};
