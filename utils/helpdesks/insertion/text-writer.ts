import type { ReplyBox } from '../../ports/helpdesk-adapter.ts';
import { holdsText, insertText, undoInsert, type InsertedText } from './insert-text.ts';

/** Writes into reply boxes, reads back and takes out again; says nothing about whose box it is. */
export type TextWriter = {
  /** Does the text stand in the box already? */
  readonly holds: (element: HTMLElement, text: string) => boolean;
  /** Writes before anything is awaited; `undefined` when the editor did not take the text, and the box is as it was. */
  readonly insert: (box: ReplyBox, text: string) => Promise<InsertedText | undefined>;
  /** False, and nothing is touched, when the box was changed since or is gone. */
  readonly undo: (box: ReplyBox, inserted: InsertedText) => Promise<boolean>;
};

/** By the technique of the editor's family. */
export const editorWriter: TextWriter = { holds: holdsText, insert: insertText, undo: undoInsert };
