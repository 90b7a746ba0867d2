import { baseKeymap } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Schema, type Node } from '@tiptap/pm/model';
import { schema as basic } from 'prosemirror-schema-basic';
import { addListNodes } from '@tiptap/pm/schema-list';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from 'prosemirror-view';
import { focusFirstLine, type StartEditor } from '../bench-editor.ts';

const schema = new Schema({ nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block'), marks: basic.spec.marks });

export function readDoc(doc: Node): readonly string[] {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    lines.push(...node.textBetween(0, node.content.size, undefined, '\n').split('\n'));
    return false;
  });
  return lines;
}

export const start: StartEditor = async (host, paragraphs) => {
  const doc = schema.node(
    'doc',
    null,
    paragraphs.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])),
  );
  const plugins = [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)];
  const view = new EditorView(host, { state: EditorState.create({ doc, plugins }) });
  return {
    readLines: () => readDoc(view.state.doc),
    focus: () => focusFirstLine(view.dom),
    stop: () => view.destroy(),
  };
};
