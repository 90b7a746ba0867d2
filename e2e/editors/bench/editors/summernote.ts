import $ from 'jquery';
import 'summernote/dist/summernote-lite.css';
import { focusFirstLine, htmlToLines, toHtml, type StartEditor } from '../bench-editor.ts';

Reflect.set(window, 'jQuery', $);
Reflect.set(window, '$', $);

export const start: StartEditor = async (host, paragraphs) => {
  // It looks for jQuery on the window when it is loaded.
  await import('summernote/dist/summernote-lite.js');
  const source = document.createElement('textarea');
  source.value = toHtml(paragraphs);
  host.append(source);
  $(source).summernote({ toolbar: [['style', ['bold', 'ul', 'ol']]] });
  const editable = host.querySelector<HTMLElement>('.note-editable');
  return {
    // What the form would send.
    readLines: () => htmlToLines(source.value),
    focus: () => editable && focusFirstLine(editable),
    stop: () => $(source).summernote('destroy'),
  };
};
