import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { findEditors, isStarting } from './find-editors.ts';

/** A pane with this in it, in a document that is shown. */
function createPane(html: string): HTMLElement {
  const { document } = new Window();
  document.body.innerHTML = `<main>${html}</main>`;
  return document.querySelector('main') as unknown as HTMLElement;
}

const familiesIn = (pane: Element): readonly string[] => findEditors(pane).map(({ family }) => family);

it.each([
  ['textarea', '<textarea></textarea>'],
  ['contenteditable', '<div contenteditable></div>'],
  ['contenteditable', '<div contenteditable="plaintext-only"></div>'],
  ['slate', '<div data-slate-editor="true" contenteditable="true"></div>'],
  ['lexical', '<div data-lexical-editor="true" contenteditable="true"></div>'],
  [
    'draft',
    '<div class="DraftEditor-root"><div class="public-DraftEditor-content" contenteditable="true" role="combobox"></div></div>',
  ],
  ['ckeditor5', '<div class="ck-editor"><div class="ck ck-content ck-editor__editable" contenteditable="true"></div></div>'],
  ['prosemirror', '<div class="tiptap ProseMirror" contenteditable="true" translate="no"></div>'],
  [
    'quill',
    '<div class="ql-container"><div class="ql-editor" contenteditable="true"></div><div class="ql-clipboard" contenteditable="true"></div></div>',
  ],
  ['froala', '<div class="fr-box"><div class="fr-element fr-view" contenteditable="true"></div></div>'],
  [
    'summernote',
    '<div class="note-editor"><textarea class="note-codable"></textarea><div class="note-editable" contenteditable="true"></div></div>',
  ],
  [
    'redactor',
    '<div class="redactor-box"><div class="redactor-in" contenteditable="true"></div><textarea style="display: none"></textarea></div>',
  ],
  ['ckeditor4', '<div class="cke"><div class="cke_editable" contenteditable="true"></div></div>'],
  ['tinymce', '<div class="mce-content-body" contenteditable="true"></div>'],
])('knows %s by its mark', (family, html) => {
  expect(familiesIn(createPane(html))).toEqual([family]);
});

it.each([
  ['a hidden textarea', '<textarea hidden></textarea>'],
  ['the source of an editor', '<textarea style="visibility: hidden; display: none"></textarea>'],
  ['a textarea in what is not laid out', '<div style="display: none"><textarea></textarea></div>'],
  ['a textarea in what is invisible', '<div style="visibility: hidden"><textarea></textarea></div>'],
  ['what is inert', '<div inert><div contenteditable="true"></div></div>'],
  ['a disabled textarea', '<textarea disabled></textarea>'],
  ['a read-only textarea', '<textarea readonly></textarea>'],
  ['the copy that measures a textarea', '<textarea aria-hidden="true"></textarea>'],
  ['an editor that may not be written in', '<div class="ql-editor" contenteditable="false"></div>'],
  ['a search field', '<div role="searchbox" contenteditable="true"></div><input type="search" />'],
  ['a field for tags', '<textarea role="combobox"></textarea><div contenteditable="true" aria-multiline="false"></div>'],
  ['a field in the tool bar of an editor', '<div class="ql-tooltip"><textarea></textarea></div>'],
])('does not take %s for an editor', (_what, html) => {
  expect(findEditors(createPane(html))).toEqual([]);
});

it('finds nothing in a pane that is hidden itself', () => {
  const pane = createPane('<textarea></textarea>');
  pane.parentElement?.setAttribute('style', 'display: none');
  expect(findEditors(pane)).toEqual([]);
});

it('finds what is visible again inside what is not', () => {
  expect(
    familiesIn(createPane('<div style="visibility: hidden"><textarea style="visibility: visible"></textarea></div>')),
  ).toEqual(['textarea']);
});

it('counts an editable element inside another once, and two beside each other twice', () => {
  expect(findEditors(createPane('<div contenteditable="true"><p contenteditable="true">a</p></div>'))).toHaveLength(1);
  expect(familiesIn(createPane('<textarea></textarea><div class="ql-editor" contenteditable="true"></div>'))).toEqual([
    'textarea',
    'quill',
  ]);
});

it('looks into frames of the same origin', () => {
  const pane = createPane('<div class="cke"><iframe></iframe></div><iframe></iframe><iframe></iframe>');
  const bodies = ['class="cke_editable" contenteditable="true"', '><div contenteditable="true"></div', ''];
  for (const [index, frame] of [...pane.querySelectorAll('iframe')].entries()) {
    const inner = new Window().document;
    inner.write(`<body ${bodies[index]}></body>`);
    Reflect.defineProperty(inner, 'designMode', { value: index === 2 ? 'on' : 'off' });
    Reflect.defineProperty(frame, 'contentDocument', { value: inner });
  }
  expect(findEditors(pane).map(({ family, element }) => [family, element.tagName])).toEqual([
    ['ckeditor4', 'BODY'],
    ['contenteditable', 'DIV'],
    ['contenteditable', 'BODY'],
  ]);
});

it('leaves a frame of another origin alone', () => {
  const pane = createPane('<iframe></iframe>');
  Reflect.defineProperty(pane.firstElementChild ?? pane, 'contentDocument', { value: null });
  expect(findEditors(pane)).toEqual([]);
});

it('looks into open shadow roots', () => {
  const pane = createPane('<reply-box></reply-box>');
  const root = pane.querySelector('reply-box')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<p><textarea></textarea></p>';
  expect(familiesIn(pane)).toEqual(['textarea']);
});

it.each([
  ['starting', '<div class="cke"><iframe></iframe></div>', true],
  ['starting, without a frame yet', '<div class="tox-tinymce"></div>', true],
  ['there', '<div class="ck-editor"><div class="ck-editor__editable" contenteditable="true"></div></div>', false],
  [
    'there after a second one',
    '<div class="fr-box"><div class="fr-element" contenteditable="true"></div></div><div class="fr-box"></div>',
    true,
  ],
  ['of no kind that has a frame', '<textarea></textarea>', false],
  ['hidden', '<div class="cke" style="display: none"></div>', false],
])('says whether an editor is starting: one that is %s', (_state, html, starting) => {
  expect(isStarting(createPane(html))).toBe(starting);
});
