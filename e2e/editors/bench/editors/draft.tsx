import { ContentState, Editor, EditorState } from 'draft-js';
import 'draft-js/dist/Draft.css';
import { createRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  let state = EditorState.createWithContent(ContentState.createFromText(paragraphs.join('\n')));
  const editor = createRef<Editor>();
  function Box() {
    const [shown, setShown] = useState(state);
    state = shown;
    return <Editor ref={editor} editorState={shown} onChange={setShown} />;
  }
  const root = createRoot(host);
  flushSync(() => root.render(<Box />));
  return {
    readLines: () => state.getCurrentContent().getPlainText('\n').split('\n'),
    focus: () => editor.current?.focus(),
    countLinks() {
      const content = state.getCurrentContent();
      const found = new Set<string>();
      for (const block of content.getBlocksAsArray()) {
        for (const { entity } of block
          .getCharacterList()
          .toArray()
          .map((each) => ({ entity: each.getEntity() })))
          if (entity && content.getEntity(entity).getType() === 'LINK') found.add(entity);
      }
      return found.size;
    },
    stop: () => root.unmount(),
  };
};
