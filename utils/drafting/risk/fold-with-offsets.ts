export type FoldedText = {
  /** Lower case, without accents, straight apostrophes, one space for each run of white space. */
  readonly text: string;
  /** Where each character of `text` stands in the original; one more at the end for the original's length. */
  readonly offsets: readonly number[];
};

const APOSTROPHES = /[’‘‛`´ʼ]/;

/** Folds a text for comparison and keeps the way back to it. Time linear in its length. */
export function foldWithOffsets(original: string): FoldedText {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    const isRepeatedSpace = folded === ' ' && (text === '' || text.endsWith(' '));
    if (!isRepeatedSpace) {
      text += folded;
      for (let index = 0; index < folded.length; index++) offsets.push(at);
    }
    at += character.length;
  }
  offsets.push(original.length);
  return { text, offsets };
}

function foldCharacter(character: string): string {
  if (/^[a-z0-9.,]$/.test(character)) return character;
  if (/^\s$/.test(character)) return ' ';
  if (APOSTROPHES.test(character)) return "'";
  if (character === 'ß') return 'ss';
  if (character === 'œ' || character === 'Œ') return 'oe';
  return character
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
