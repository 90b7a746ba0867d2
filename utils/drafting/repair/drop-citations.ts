const CITATION =
  /(?<![ \t])[ \t]*(?:\[|【)\s*\^?(?:sources?\s*)?([1-9]\d?(?:\s*[,;]\s*\^?[1-9]\d?)*)(?:†[^\]】\n]{0,40})?\s*(?:\]|】)(?!\()/gi;
const IN_WORDS = /\((?:sources?|quelle|fuente|fonte|bron)\s*:?\s*([1-9]\d?)\)/gi;

/** Marks of sources that were not given are out; the others stay, as `[n]`. Code is left as it is. */
export function dropCitations(
  text: string,
  given: readonly number[],
): { readonly text: string; readonly dropped: readonly number[] } {
  const dropped = new Set<number>();
  const parts = text.split(/(`[^`\n]+`)/).map((part, index) =>
    index % 2 === 1
      ? part
      : part.replaceAll(IN_WORDS, '[$1]').replaceAll(CITATION, (mark: string, list: string) => {
          const numbers = [...list.matchAll(/\d+/g)].map(Number);
          const kept = numbers.filter((number) => given.includes(number));
          for (const number of numbers) if (!given.includes(number)) dropped.add(number);
          if (kept.length === numbers.length) return mark;
          return kept.length === 0 ? '' : ` ${kept.map((number) => `[${number}]`).join('')}`;
        }),
  );
  return { text: parts.join(''), dropped: [...dropped] };
}
