import { htmlToLines, toHtml, type StartEditor } from '../bench-editor.ts';

type Ckeditor4 = {
  readonly replace: (element: HTMLElement, config: object) => Ckeditor4Instance;
};
type Ckeditor4Instance = {
  readonly on: (event: string, listener: () => void) => void;
  readonly getData: () => string;
  readonly focus: () => void;
  readonly editable: () => { readonly $: HTMLElement };
  readonly destroy: () => void;
};

/** It looks for its files beside its own script, so the server has its folder. */
async function load(): Promise<Ckeditor4> {
  const known: unknown = Reflect.get(window, 'CKEDITOR');
  if (known) return known as Ckeditor4;
  await new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: '/vendor/ckeditor4/ckeditor.js' });
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return load();
}

export const start: StartEditor = async (host, paragraphs) => {
  const ckeditor = await load();
  const source = document.createElement('textarea');
  source.value = toHtml(paragraphs);
  host.append(source);
  const editor = ckeditor.replace(source, { customConfig: '', versionCheck: false, allowedContent: true });
  await new Promise<void>((resolve) => editor.on('instanceReady', () => resolve()));
  return {
    readLines: () => htmlToLines(editor.getData()),
    focus() {
      editor.focus();
      const body = editor.editable().$;
      body.ownerDocument.getSelection()?.collapse(body.firstElementChild, 0);
    },
    stop: () => editor.destroy(),
  };
};
