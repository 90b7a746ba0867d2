import { spawnSync } from 'node:child_process';
import { cases } from './cases.ts';
import { benchedEditors, type BenchedEditor } from './families.ts';
import { runCell, type BenchTab } from './run-cell.ts';

/** Editor → case → `ok` or what happened. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function buildBench(): void {
  const { status, stderr } = spawnSync('node_modules/.bin/vite', ['build', 'e2e/editors/bench', '--logLevel', 'error'], {
    encoding: 'utf8',
    // Vitest's own would make a build for tests.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(stderr);
}

/** Keys are typed in real time: a browser that gets no processor for a second puts them into other undo steps. What an editor does not take fails each time. */
const TRIES = 3;

/** Runs every cell, `tabs` editors at a time. */
export async function runMatrix(
  openTab: (editor: BenchedEditor) => Promise<BenchTab & { readonly close: () => Promise<void> }>,
  tabs: number,
): Promise<Matrix> {
  const only = process.env['EDITORS']?.split(',');
  const waiting = benchedEditors.filter(({ name }) => only === undefined || only.includes(name));
  const rows = new Map<string, Map<string, string>>();
  const work = async (): Promise<void> => {
    for (let editor = waiting.shift(); editor; editor = waiting.shift()) {
      const row = new Map<string, string>();
      rows.set(editor.name, row);
      let tab = await openTab(editor);
      for (const given of cases) {
        for (let tries = 0; tries < TRIES && row.get(given.name) !== 'ok'; tries += 1) {
          if (tries > 0) {
            await tab.close();
            tab = await openTab(editor);
          }
          row.set(
            given.name,
            await runCell(tab, editor, given).catch((problem: unknown) => `failed: ${String(problem).slice(0, 200)}`),
          );
        }
      }
      await tab.close();
    }
  };
  await Promise.all(Array.from({ length: tabs }, work));
  return rows;
}
