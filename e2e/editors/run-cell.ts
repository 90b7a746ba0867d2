import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { insertResultSchema } from '../../utils/domain/insertion.ts';
import type { BenchedEditor } from './families.ts';
import { expectedLines, toComparable, type Case } from './cases.ts';
import type { Bench } from './bench/main.ts';

/** A page with the bench in a real browser, and the extension beside it. */
export type BenchTab = {
  readonly evaluate: <A, T>(run: (arg: A) => T | Promise<T>, arg: A) => Promise<T>;
  readonly type: (text: string) => Promise<void>;
  /** `Control+z`, `Shift+Home`, `~`. */
  readonly press: (keys: string) => Promise<void>;
  /** Takes the focus from the page; gives it back. */
  readonly leave: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  /** Sends a message as one of our own pages does, about this tab's draft. */
  readonly order: (name: 'draft-insert' | 'insert-undo', more: object) => Promise<unknown>;
};

/** In functions that run in the page. */
declare const bench: Bench;

/** Editors put what is typed within this time into one undo step; an agent who turns to the panel takes longer. */
const TURN_MS = 1100;
/** A key that no text of the matrix holds. */
const KEY = '~';

/** Carries out one cell of the table. `ok`, or what happened instead. */
export async function runCell(tab: BenchTab, editor: BenchedEditor, given: Case): Promise<string> {
  const expected = expectedLines(given);
  await tab.evaluate((paragraphs) => bench.start(paragraphs), given.paragraphs);
  await tab.evaluate(() => bench.focus(), null);
  if (given.typed !== undefined) {
    await tab.type(given.typed);
    await wait(TURN_MS);
  }
  if (given.selects) await tab.press('Shift+Home');
  const readLines = async () => toComparable(await tab.evaluate(() => bench.lines(), null));
  const before = await readLines();
  const becomes = async (wanted: readonly string[], key = ''): Promise<string | undefined> => {
    let lines: readonly string[] = [];
    for (let looks = 0; looks < 40; looks += 1, await wait(25)) {
      lines = await readLines();
      const without = key === '' ? lines : toComparable(lines.map((line) => line.replace(key, '')));
      if (without.join('\n') === wanted.join('\n') && lines.join('').split(KEY).length === (key === '' ? 1 : 2)) return undefined;
    }
    return describe(lines, wanted);
  };
  const insert = async (): Promise<string | undefined> => {
    if (given.away) await tab.leave();
    if (given.away && (await tab.evaluate(() => document.hasFocus(), null))) return 'the page kept the focus';
    const { value: result } = z
      .object({ value: insertResultSchema })
      .parse(await tab.order('draft-insert', { text: given.reply }));
    if (given.away) await tab.comeBack();
    if (result.kind === 'refused') return `refused (${result.detail}), ${(await becomes(before)) ?? 'all as before'}`;
    if (result.kind !== 'inserted') return result.kind;
    if (result.receipt.technique !== editor.family) return `taken for ${result.receipt.technique}`;
    return becomes(expected);
  };

  const start = given.typed === undefined ? toComparable(given.paragraphs) : toComparable([given.typed, ...given.paragraphs]);
  const steps: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['the bench', () => becomes(start)],
    ['insert', insert],
    ['formatting', () => checkFormat(tab, editor, given)],
    [
      "the panel's undo",
      async () => {
        const { value } = z.object({ value: z.object({ kind: z.string() }) }).parse(await tab.order('insert-undo', {}));
        return value.kind === 'done' ? becomes(before) : value.kind;
      },
    ],
    ['second insert', insert],
    [
      'Ctrl+Z',
      async () => {
        await tab.press('Control+z');
        return becomes(before);
      },
    ],
    ['third insert', insert],
    [
      'a keystroke',
      async () => {
        await tab.press(KEY);
        return becomes(expected, KEY);
      },
    ],
  ];
  for (const [name, step] of steps) {
    const trouble = await step();
    if (trouble !== undefined) return `${name}: ${trouble}`;
  }
  return 'ok';
}

async function checkFormat(tab: BenchTab, { plainOnly }: BenchedEditor, { items, links }: Case): Promise<string | undefined> {
  if (plainOnly || items === undefined) return undefined;
  const count = await tab.evaluate(() => bench.count(), null);
  return count.items === items && count.links === links ? undefined : `${count.items} items and ${count.links} links`;
}

/** The first line that differs, short. */
function describe(lines: readonly string[], wanted: readonly string[]): string {
  const at = Math.max(
    0,
    [...lines, ''].findIndex((line, index) => line !== wanted[index]),
  );
  const show = (line: string | undefined): string => (line === undefined ? 'nothing' : `“${line.slice(0, 60)}”`);
  return `line ${at + 1} is ${show(lines[at])} and not ${show(wanted[at])}`;
}
