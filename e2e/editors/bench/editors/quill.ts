import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import type { StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const box = document.createElement('div');
  host.append(box);
  const quill = new Quill(box, { theme: 'snow' });
  quill.setText(paragraphs.join('\n'), 'silent');
  quill.history.clear();
  return {
    readLines: () => quill.getText().split('\n'),
    focus: () => quill.setSelection(0, 0),
    stop: () => undefined,
  };
};
