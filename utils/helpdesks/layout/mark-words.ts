/** Libraries that make up class names begin them with these. */
const MADE_UP =
  /^(?:css|sc|jsx|jss|svelte|emotion|styled|makeStyles|Mui|ember|ng|v|data-v|tw|tss|_?ngcontent)-?(?=[a-zA-Z0-9]*\d|[a-zA-Z]{4,}$)/;

const NO_NAME = /^(?:css|sc|jsx|jss|svelte|emotion|styled|tss|ng|v)$/i;

/** Is this a name that a person gave, and will give again with the next release: words, without digits and hashes? */
export function isReadableName(name: string): boolean {
  if (!/^[a-z_][\w-]*$/i.test(name) || /\d/.test(name) || name.length < 2 || name.length > 60 || MADE_UP.test(name)) return false;
  return name
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .every(isWord);
}

/** No vowel in a long word, a long run of consonants or capitals in any order is a hash. */
function isWord(word: string): boolean {
  const pieces = word.split(/(?<=[a-z])(?=[A-Z])/);
  if (pieces.length > 2 && word.length / pieces.length < 3) return false;
  return pieces.every((piece) => {
    const low = piece.toLowerCase();
    if (/^[A-Z]{2,}[a-z]|^[a-z]+[A-Z]/.test(piece)) return false;
    if (low.length < 5) return true;
    return /[aeiouy]/.test(low) && !/[^aeiouy]{6,}/.test(low);
  });
}

/** `Message_root__` of `Message_root__3xY2a`: what a person named of a class that a tool has finished; `undefined` where there is none. */
export function toNamedStem(name: string): string | undefined {
  const cut = /^(.*[a-z](?:__|--|_|-))([a-zA-Z0-9]{4,10})$/i.exec(name);
  const [, stem, end] = cut ?? [];
  if (stem === undefined || end === undefined || isReadableName(end)) return undefined;
  const named = stem.replace(/[-_]+$/, '');
  return isReadableName(named) && !NO_NAME.test(named) ? stem : undefined;
}
