import type { StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const box = document.createElement('textarea');
  box.value = paragraphs.join('\n');
  host.append(box);
  return {
    readLines: () => box.value.split('\n'),
    focus() {
      box.focus();
      box.setSelectionRange(0, 0);
    },
    stop: () => undefined,
  };
};
