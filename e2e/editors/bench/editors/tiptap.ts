import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { focusFirstLine, toHtml, type StartEditor } from '../bench-editor.ts';
import { readDoc } from './prosemirror.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const editor = new Editor({ element: host, extensions: [StarterKit], content: toHtml(paragraphs).replaceAll('<br>', '') });
  return {
    readLines: () => readDoc(editor.state.doc),
    focus: () => focusFirstLine(editor.view.dom),
    stop: () => editor.destroy(),
  };
};
