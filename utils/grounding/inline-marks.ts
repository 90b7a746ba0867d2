export type InlineMarks = {
  /** Without marks; single spaces where a mark stood between words. */
  readonly text: string;
  /** Where in `text` a citation stood. */
  readonly marks: readonly { readonly source: number; readonly at: number }[];
};

const CODE = /`+([^`]*)`+/y;
/** Numbers from 1 to 99 only: "[2026]" and "items[0]" are text. */
const CITATION = /(?:\[|【)\s*\^?(?:source\s*)?([1-9]\d?(?:\s*[,;]\s*\^?[1-9]\d?)*)(?:†[^\]】]{0,40})?\s*(?:\]|】)(?!\()/iy;
const LINK = /!?\[([^[\]]+)\]\(\s*(https?:\/\/)([^\s()]+)\s*\)/iy;
const BOLD = /(\*\*|__)(?=\S)([^\n]*?\S)\1/y;
const ITALIC = /([*_])(?=[^\s*_])([^*_\n]*[^\s*_])\1(?![\p{L}\p{N}])/uy;

/** Takes citation marks and Markdown out of one line. Nested emphasis is read from the outside in; what is not closed stays. Never throws. */
export function readInlineMarks(line: string): InlineMarks {
  let text = '';
  const marks: { source: number; at: number }[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    if (found) at += found[0].length;
    return found;
  };
  const takeInside = (inside: string): void => {
    const nested = readInlineMarks(inside);
    marks.push(...nested.marks.map((mark) => ({ source: mark.source, at: text.length + mark.at })));
    text += nested.text;
  };
  while (at < line.length) {
    const isWordStart = !/[\p{L}\p{N}]$/u.test(text);
    const code = take(CODE);
    if (code) {
      text += code[1] ?? '';
      continue;
    }
    const link = take(LINK);
    if (link) {
      takeInside(link[1] ?? '');
      if ((link[1] ?? '') !== `${link[2]}${link[3]}`) text += ` (${link[3]})`;
      continue;
    }
    const citation = take(CITATION);
    if (citation) {
      text = text.trimEnd();
      for (const source of (citation[1] ?? '').matchAll(/\d+/g)) marks.push({ source: Number(source[0]), at: text.length });
      if (/[\p{L}\p{N}\p{P}\p{S}]$/u.test(text) && /[\p{L}\p{N}]/u.test(line[at] ?? '')) text += ' ';
      continue;
    }
    const emphasis = take(BOLD) ?? (isWordStart ? take(ITALIC) : null);
    if (emphasis) {
      takeInside(emphasis[2] ?? '');
      continue;
    }
    text += line[at];
    at += 1;
  }
  return { text, marks };
}
