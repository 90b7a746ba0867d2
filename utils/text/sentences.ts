export type Sentence = { readonly text: string; readonly start: number; readonly end: number };

/** After these a full stop ends nothing. */
const abbreviation =
  /(?:^|[\s(„"«])(?:e\.g|i\.e|etc|approx|incl|no|vs|mr|mrs|ms|dr|st|inc|ltd|z\.\s?b|d\.\s?h|u\.\s?a|bzw|ca|nr|art|abs|usw|ggf|evtl|inkl|zzgl|str|p\.\s?ej|sr|sra|ud|uds|núm|p\.\s?ex|env|m|mme|n°)\.$/iu;
const listItem = /^\s*(?:[-*•–]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)/u;

/**
 * Sentences with their offsets into the text, end excluded. A line break ends a sentence: lists, "Label: value" lines and
 * steps stand on lines of their own in support texts. Decimals, paths, addresses and common abbreviations are not cut.
 */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    splitLine(line, lineStart, sentences);
    lineStart += line.length + 1;
  }
  return sentences;
}

function splitLine(line: string, offset: number, into: Sentence[]): void {
  let from = listItem.exec(line)?.[0].length ?? 0;
  const push = (to: number): void => {
    const raw = line.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed !== '') {
      const start = offset + from + raw.indexOf(trimmed);
      into.push({ text: trimmed, start, end: start + trimmed.length });
    }
    from = to;
  };
  for (const end of line.matchAll(/(?<![.!?…])[.!?…]+["'”“»)\]]*(?=\s)|[。！？]/gu)) {
    const to = end.index + end[0].length;
    const before = line.slice(from, to);
    const next = line.slice(to).trimStart();
    if (abbreviation.test(before) || /(?:^|\s)\p{L}\.$/u.test(before) || /(?:^|\s)\d{1,2}\.$/u.test(before)) continue;
    if (/^[\p{Ll}]/u.test(next) && !/[!?]/.test(end[0])) continue;
    push(to);
  }
  push(line.length);
}
