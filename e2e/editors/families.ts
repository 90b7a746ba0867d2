import { readFileSync } from 'node:fs';

/** What the matrix is run over: editors as helpdesks use them. `family` is what the extension has to take them for. */
export type BenchedEditor = {
  readonly name: string;
  readonly title: string;
  readonly family: string;
  /** npm package whose version stands in the table. */
  readonly package?: string;
  /** Takes plain text only, so lists and links stay as they are written. */
  readonly plainOnly?: boolean;
};

export const benchedEditors: readonly BenchedEditor[] = [
  { name: 'textarea', title: 'textarea', family: 'textarea', plainOnly: true },
  { name: 'react-textarea', title: 'textarea held by React', family: 'textarea', package: 'react', plainOnly: true },
  { name: 'contenteditable', title: 'plain editable element', family: 'contenteditable' },
  { name: 'ckeditor4', title: 'CKEditor 4', family: 'ckeditor4', package: 'ckeditor4' },
  { name: 'ckeditor5', title: 'CKEditor 5', family: 'ckeditor5', package: 'ckeditor5' },
  { name: 'prosemirror', title: 'ProseMirror', family: 'prosemirror', package: 'prosemirror-view' },
  { name: 'tiptap', title: 'TipTap', family: 'prosemirror', package: '@tiptap/core' },
  { name: 'lexical', title: 'Lexical', family: 'lexical', package: 'lexical' },
  { name: 'slate', title: 'Slate', family: 'slate', package: 'slate-react', plainOnly: true },
  { name: 'draft', title: 'Draft.js', family: 'draft', package: 'draft-js' },
  { name: 'quill', title: 'Quill', family: 'quill', package: 'quill' },
  { name: 'froala', title: 'Froala', family: 'froala', package: 'froala-editor' },
  { name: 'summernote', title: 'Summernote', family: 'summernote', package: 'summernote' },
  { name: 'redactor', title: 'Redactor 3 (stand-in)', family: 'redactor' },
  { name: 'tinymce', title: 'TinyMCE', family: 'tinymce', package: 'tinymce' },
];

export function versionOf({ package: name }: BenchedEditor): string {
  if (name === undefined) return '';
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string };
  return version;
}
