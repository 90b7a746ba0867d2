import type { BenchEditor, StartEditor } from './bench-editor.ts';

const editors = import.meta.glob<{ start: StartEditor }>('./editors/*.{ts,tsx}');

let current: BenchEditor | undefined;

/** What the test calls, in the page's world. */
const bench = {
  async start(paragraphs: readonly string[]): Promise<void> {
    await current?.stop();
    const name = new URLSearchParams(location.search).get('editor') ?? '';
    const load = editors[`./editors/${name}.ts`] ?? editors[`./editors/${name}.tsx`];
    const old = document.getElementById('host');
    if (!load || !old) throw new Error(`There is no editor ${name}.`);
    const host = document.createElement('div');
    host.id = 'host';
    old.replaceWith(host);
    current = await (await load()).start(host, paragraphs);
  },
  focus: () => current?.focus(),
  lines: () => current?.readLines() ?? [],
  count(): { items: number; links: number } {
    const frame = document.querySelector<HTMLIFrameElement>('#host iframe')?.contentDocument?.body;
    const root = frame ?? document.querySelector('#host [contenteditable="true"]');
    return {
      items: root?.querySelectorAll('li').length ?? 0,
      links: current?.countLinks?.() ?? root?.querySelectorAll('a[href]').length ?? 0,
    };
  },
};
export type Bench = typeof bench;
Reflect.set(window, 'bench', bench);
