import { focusFirstLine, htmlToLines, toHtml, type StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.innerHTML = toHtml(paragraphs);
  host.append(box);
  return {
    readLines: () => htmlToLines(box.innerHTML),
    focus: () => focusFirstLine(box),
    stop: () => undefined,
  };
};
