import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { focusFirstLine, type StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  host.append(box);
  const editor = createEditor({
    namespace: 'bench',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, AutoLinkNode],
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(box);
  const stops = [registerRichText(editor), registerHistory(editor, createEmptyHistoryState(), 300), registerList(editor)];
  editor.update(
    () => {
      const root = $getRoot().clear();
      for (const text of paragraphs) {
        const paragraph = $createParagraphNode();
        root.append(text === '' ? paragraph : paragraph.append($createTextNode(text)));
      }
    },
    { discrete: true, tag: 'history-merge' },
  );
  return {
    readLines: () =>
      editor
        .getEditorState()
        .read(() => $getRoot().getTextContent())
        .split('\n'),
    focus: () => focusFirstLine(box),
    stop() {
      for (const stop of stops) stop();
      editor.setRootElement(null);
    },
  };
};
