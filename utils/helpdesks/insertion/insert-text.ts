import type { EditorFamily, ReplyBox } from '../../ports/helpdesk-adapter.ts';
import type { Snapshot } from './insert-technique.ts';
import { isTextarea, readEditor, toInk } from './read-back.ts';
import { techniques } from './techniques.ts';

type Editor = Pick<ReplyBox, 'family' | 'element'>;

/** What an insert did; all that taking it back needs. */
export type InsertedText = {
  /** Text that stood in the box before, and still does. */
  readonly keptText: boolean;
  readonly before: string;
  readonly after: string;
  readonly original: Snapshot;
};

/** Editors that draw their text themselves do so within a frame or two; the longest wait is for a tab that is not in front. */
const DRAWN_WITHIN_MS = 1500;
const LOOK_AGAIN_MS = 15;
/** An editor that throws out what it doesn't know does so right after. */
const STAYS_MS = 60;

/**
 * Inserts, before anything is awaited, and reads back: the reply must stand once at its place and everything that stood
 * there before must still be there, in order, and stay. Where it does not, the box is put back as it was and the answer is `undefined`.
 */
export async function insertText(editor: Editor, text: string): Promise<InsertedText | undefined> {
  const { family, element } = editor;
  const original = takeSnapshot(element);
  const before = readEditor(element);
  const { above, below } = techniques[family].insert(element, text);
  const wanted = toInk(above) + toInk(text) + toInk(below);
  const isExact = (): boolean => toInk(readEditor(element)) === wanted;
  const isAsPlanned = toInk(above) + toInk(below) === toInk(before);
  if (isAsPlanned) await comesTrue(family, isExact);
  // What is drawn late is waited for also where it is to be taken out again.
  if (techniques[family].drawsLater) await sleep(STAYS_MS);
  if (isAsPlanned) {
    if (isExact()) return { keptText: toInk(before) !== '', before, after: readEditor(element), original };
  }
  await takeBack(editor, before, original);
  return undefined;
}

/** Takes the insert out again. False, and nothing is touched, when the box was changed since or is gone. */
export async function undoInsert(editor: Editor, { before, after, original }: InsertedText): Promise<boolean> {
  const { element } = editor;
  if (!element.isConnected || readEditor(element) !== after) return false;
  return takeBack(editor, before, original);
}

/** Replies shorter than this may stand in a box by chance. */
const MIN_DISTINCT_INK = 40;

/** Does the reply stand in the box already (the worker ended before it heard so)? A second insert would double it. */
export function holdsText(element: HTMLElement, text: string): boolean {
  const ink = toInk(text);
  return ink.length >= MIN_DISTINCT_INK && toInk(readEditor(element)).includes(ink);
}

/** By the editor's own undo; where that leaves anything else than what stood there, by putting that back. */
async function takeBack({ family, element }: Editor, before: string, original: Snapshot): Promise<boolean> {
  const isBack = (): boolean => toInk(readEditor(element)) === toInk(before);
  if (isBack()) return true;
  element.focus();
  techniques[family].undo(element);
  if (await comesTrue(family, isBack)) return true;
  techniques[family].putBack(element, original);
  return comesTrue(family, isBack);
}

function takeSnapshot(element: HTMLElement): Snapshot {
  if (isTextarea(element)) return { kind: 'value', value: element.value };
  const copy = element.ownerDocument.createElement('div');
  copy.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
  return { kind: 'copy', copy };
}

async function comesTrue(family: EditorFamily, isSo: () => boolean): Promise<boolean> {
  if (!techniques[family].drawsLater) return isSo();
  for (const until = performance.now() + DRAWN_WITHIN_MS; !isSo(); await sleep(LOOK_AGAIN_MS))
    if (performance.now() > until) return false;
  return true;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
