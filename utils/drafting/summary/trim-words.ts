/** Scripts without spaces have no words to count: this many characters stand for one. */
const MAX_WORD_LENGTH = 14;

/** Words as a person counts them: what stands between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** At most this many words of a text, whole, from its start, with "…" where something was left out. */
export function trimWords(text: string, maxWords: number): string {
  if (maxWords <= 0) return '';
  const words = text.split(/\s+/).filter((word) => word !== '');
  const kept = words.slice(0, maxWords).join(' ');
  const short = kept.length > maxWords * MAX_WORD_LENGTH ? kept.slice(0, maxWords * MAX_WORD_LENGTH) : kept;
  return short.length < words.join(' ').length ? `${short.replace(/[\s,;:.–—-]+$/u, '')}…` : short;
}
