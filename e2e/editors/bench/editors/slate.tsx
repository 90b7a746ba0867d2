import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Element, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { Transforms } from 'slate';
import type { StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const editor = withHistory(withReact(createEditor()));
  const value = paragraphs.map((text) => ({ type: 'paragraph', children: [{ text }] }));
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      <Slate editor={editor} initialValue={value}>
        <Editable />
      </Slate>,
    ),
  );
  return {
    readLines: () =>
      [...Editor.nodes(editor, { at: [], match: (node) => Element.isElement(node) && Editor.hasInlines(editor, node) })].flatMap(
        ([node]) => Node.string(node).split('\n'),
      ),
    focus() {
      ReactEditor.focus(editor);
      Transforms.select(editor, Editor.start(editor, []));
    },
    stop: () => root.unmount(),
  };
};
