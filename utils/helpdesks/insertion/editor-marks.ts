import type { EditorFamily } from '../../ports/helpdesk-adapter.ts';

/**
 * How each family marks the element that is typed into, in its own source: the first selector that matches counts. What
 * matches none is a plain editable element.
 */
const MARKS: readonly (readonly [EditorFamily, string])[] = [
  ['slate', '[data-slate-editor]'],
  ['lexical', '[data-lexical-editor]'],
  ['draft', '.public-DraftEditor-content'],
  ['ckeditor5', '.ck-editor__editable'],
  ['prosemirror', '.ProseMirror'],
  ['quill', '.ql-editor'],
  ['froala', '.fr-element'],
  ['summernote', '.note-editable'],
  ['redactor', '.redactor-in, .redactor-editor'],
  ['ckeditor4', '.cke_editable'],
  ['tinymce', '.mce-content-body'],
];

/** Frames and toolbars that editors build around what is typed into, which is there a moment later. */
export const SHELL = '.cke, .ck-editor, .tox-tinymce, .mce-tinymce, .fr-box, .note-editor, .redactor-box, .ql-container';

/** Editors' own boxes to catch a paste, source views and fields of their tool bars: nobody writes a reply there. */
export const NOT_TO_WRITE_IN =
  '.ql-clipboard, .ql-tooltip *, .fr-popup *, .note-codable, .note-modal *, .cke_dialog *, .tox-dialog *, [data-cke-hidden-sel], #mcepastebin';

export function toFamily(editable: Element): EditorFamily {
  return MARKS.find(([, selector]) => editable.matches(selector))?.[0] ?? 'contenteditable';
}
