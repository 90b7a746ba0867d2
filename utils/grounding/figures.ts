/** Numbers in a text, in one spelling: "1,800", "1.800" and "1800" are equal, "49.00" and "49" too, "09" and "9" too. */
export function readFigures(text: string): string[] {
  return [...text.matchAll(/\p{N}+(?:[.,:'’\u00a0\u202f]\p{N}+)*/gu)].map((match) => toFigure(match[0]));
}

function toFigure(raw: string): string {
  const plain = raw.normalize('NFKC').replaceAll(/['’\s]/gu, '');
  if (plain.includes(':')) return plain;
  const parts = plain.split(/[.,]/);
  const last = parts.at(-1) ?? '';
  const isGrouped = parts.length > 1 && parts.slice(1).every((part) => part.length === 3);
  const hasDecimals = parts.length > 1 && !isGrouped && last.length <= 2;
  const whole = (hasDecimals ? parts.slice(0, -1) : parts).join('').replace(/^0+(?=\d)/, '');
  const decimals = hasDecimals ? last.replace(/0+$/, '') : '';
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** Addresses in a text, without the punctuation after them. */
export function readUrls(text: string): string[] {
  return [...text.matchAll(/\b(?:https?:\/\/|www\.)[^\s<>"”»)\]]+/giu)].map((match) => match[0].replace(/[.,;:!?]+$/, ''));
}
