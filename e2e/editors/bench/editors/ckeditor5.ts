import { ClassicEditor, Essentials, Link, List, Paragraph, Bold } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { toHtml, type StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const source = document.createElement('div');
  host.append(source);
  const editor = await ClassicEditor.create(source, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold, Link, List],
    toolbar: ['bold', 'link', 'bulletedList', 'numberedList'],
    initialData: toHtml(paragraphs).replaceAll('<br>', '&nbsp;'),
  });
  const { model } = editor;
  return {
    readLines() {
      const root = model.document.getRoot();
      return [...(root?.getChildren() ?? [])].flatMap((block) =>
        block.is('element')
          ? [...model.createRangeIn(block).getItems()]
              .map((item) => (item.is('$textProxy') ? item.data : '\n'))
              .join('')
              .split('\n')
          : [],
      );
    },
    focus() {
      editor.editing.view.focus();
      const first = model.document.getRoot()?.getChild(0);
      if (first) model.change((writer) => writer.setSelection(first, 0));
    },
    stop: async () => {
      await editor.destroy();
    },
  };
};
