/** What a key asks for; single letters count only while no field is typed in. */
export type PanelCommand =
  | {
      readonly kind:
        | 'primary'
        | 'edit'
        | 'reject'
        | 'refine'
        | 'pin'
        | 'back'
        | 'undo'
        | 'again'
        | 'next-unsupported'
        | 'exclude'
        | 'search'
        | 'help';
    }
  | { readonly kind: 'number'; readonly number: number };

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const letters: Readonly<Record<string, PanelCommand>> = {
  e: { kind: 'edit' },
  x: { kind: 'reject' },
  r: { kind: 'refine' },
  p: { kind: 'pin' },
  z: { kind: 'undo' },
  g: { kind: 'again' },
  n: { kind: 'next-unsupported' },
  d: { kind: 'exclude' },
  k: { kind: 'search' },
  '/': { kind: 'search' },
  '?': { kind: 'help' },
};

/** The table of `?`. */
export const keyHelp: readonly (readonly [key: string, does: string])[] = [
  ['Enter', 'The primary action: Insert, Redraft, Allow'],
  ['Ctrl/⌘ Enter', 'Insert while editing'],
  ['E', 'Edit'],
  ['R', 'Refine; then 1 shorter, 2 friendlier, 3 more formal, 4 simpler'],
  ['X', 'Reject'],
  ['Z', 'Undo the insert, or the refinement'],
  ['G', 'Draft again'],
  ['N', 'Next sentence that is not supported'],
  ['1 – 9', 'Open source 1 – 9; in a list of reasons, choose'],
  ['P, D', 'Pin; exclude and redraft, with a passage open'],
  ['K or /', 'Search the knowledge'],
  ['Esc', 'Stop, close, back; never discards text'],
];

/**
 * The command of a key press. `isTyping`: a field has the focus. `onControl`: a button or link has it, whose own Enter
 * must not be taken away. `singleKeys`: letters are switched on in Options.
 */
export function toCommand(press: KeyPress, isTyping: boolean, onControl: boolean, singleKeys: boolean): PanelCommand | undefined {
  const isModified = press.ctrlKey || press.metaKey;
  if (press.key === 'Escape') return { kind: 'back' };
  if (press.key === 'Enter') {
    if (isModified) return { kind: 'primary' };
    return isTyping || onControl ? undefined : { kind: 'primary' };
  }
  if (isTyping || isModified || press.altKey || !singleKeys) return undefined;
  if (/^[1-9]$/.test(press.key)) return { kind: 'number', number: Number(press.key) };
  return letters[press.key.toLowerCase()];
}
