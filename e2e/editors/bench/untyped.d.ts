/** Packages that bring no types; what the bench uses of them. */
declare module 'draft-js' {
  type List<T> = { readonly toArray: () => T[] };
  type Block = { readonly getCharacterList: () => List<{ readonly getEntity: () => string | null }> };
  export class ContentState {
    static createFromText(text: string): ContentState;
    getPlainText(delimiter: string): string;
    getBlocksAsArray(): Block[];
    getEntity(key: string): { readonly getType: () => string };
  }
  export class EditorState {
    static createWithContent(content: ContentState): EditorState;
    getCurrentContent(): ContentState;
  }
  export class Editor extends React.Component<{ editorState: EditorState; onChange: (state: EditorState) => void }> {
    focus(): void;
  }
}
declare module 'jquery' {
  const $: (element: HTMLElement) => { readonly summernote: (order: object | string) => void };
  export default $;
}
declare module 'summernote/dist/summernote-lite.js';
