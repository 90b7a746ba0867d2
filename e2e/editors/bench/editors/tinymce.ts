import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/plugins/link';
import 'tinymce/plugins/lists';
import 'tinymce/themes/silver';
import 'tinymce/skins/ui/oxide/skin.min.css';
import { htmlToLines, toHtml, type StartEditor } from '../bench-editor.ts';

export const start: StartEditor = async (host, paragraphs) => {
  const source = document.createElement('textarea');
  source.value = toHtml(paragraphs);
  host.append(source);
  const [editor] = await tinymce.init({
    target: source,
    plugins: 'link lists',
    skin: false,
    content_css: false,
    promotion: false,
    branding: false,
  });
  if (!editor) throw new Error('TinyMCE did not start.');
  return {
    readLines: () => htmlToLines(editor.getContent()),
    focus() {
      editor.focus();
      const [first = editor.getBody()] = editor.getBody().children;
      editor.selection.setCursorLocation(first, 0);
    },
    stop: () => editor.destroy(),
  };
};
