import { splitSentences } from '../text/sentences.ts';
import { readInlineMarks } from './inline-marks.ts';

/** One sentence as plain text, with the numbers of the sources that its writer named; they may name nothing. */
export type ParsedSentence = { readonly text: string; readonly cites: readonly number[] };
export type ParsedBlock = {
  readonly kind: 'paragraph' | 'ordered' | 'bulleted';
  readonly lines: readonly (readonly ParsedSentence[])[];
};
export type ParsedReply = { readonly blocks: readonly ParsedBlock[] };

const BULLET = /^\s*[-*•]\s+(?=\S)/;
const NUMBERED = /^\s*(\d{1,2})[.)]\s+(?=\S)/;
const FENCE = /^\s*(?:```|~~~)[a-z]{0,12}\s*$/i;
const HEADING = /^\s{0,3}#{1,6}\s+(?=\S)/;
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;

type OpenBlock = { kind: ParsedBlock['kind']; lines: string[] };

/**
 * Reads a reply in marked form from any writer, careful or not: `[1]`, `[1][2]`, `[1, 2]`, `[^1]`, `【1】` before or after the
 * full stop are citations; emphasis, headings, code marks and links become plain text (a link keeps its address visible);
 * everything else, HTML tags too, is text. No word is lost but marks and list numbers. Never throws.
 */
export function parseReply(marked: string): ParsedReply {
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  let inCode = false;
  for (const raw of marked.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').split('\n')) {
    if (FENCE.test(raw)) {
      inCode = !inCode;
      open = undefined;
      continue;
    }
    const line = raw.replace(HEADING, '');
    if (line.trim() === '' || RULE.test(line)) {
      // A list goes on over a blank line; a paragraph ends.
      if (open?.kind === 'paragraph') open = undefined;
      continue;
    }
    const item = inCode ? undefined : toItem(line, open);
    if (item) {
      if (open?.kind !== item.kind) blocks.push((open = { kind: item.kind, lines: [] }));
      open.lines.push(item.text);
    } else if (open && open.kind !== 'paragraph' && /^\s{2,}\S/.test(raw)) {
      // Indented under an item: the item goes on.
      open.lines.push(`${open.lines.pop() ?? ''} ${line.trim()}`);
    } else if (open?.kind === 'paragraph' && line === raw && !isHardBreak(open.lines.at(-1) ?? '', line)) {
      open.lines.push(line);
    } else {
      blocks.push((open = { kind: 'paragraph', lines: [line] }));
      if (line !== raw) open = undefined;
    }
  }
  return { blocks: blocks.flatMap(toBlocks) };
}

/** A number opens a list only as 1 and goes on only as the next (or as 1 again): "On\n3. November" is no list. */
function toItem(line: string, open: OpenBlock | undefined): { kind: 'ordered' | 'bulleted'; text: string } | undefined {
  const number = Number(NUMBERED.exec(line)?.[1] ?? 0);
  if (number === 1 || (number > 0 && open?.kind === 'ordered' && number === open.lines.length + 1)) {
    return { kind: 'ordered', text: line.replace(NUMBERED, '') };
  }
  return BULLET.test(line) ? { kind: 'bulleted', text: line.replace(BULLET, '') } : undefined;
}

/** Short lines below each other are set so on purpose: greeting, closing, name. Prose is wrapped much later. */
function isHardBreak(before: string, line: string): boolean {
  return before.trim().length <= 40 && !/[.!?;:]["”»)]?$/.test(before.trim()) && /^\s*\p{Lu}/u.test(line);
}

function toBlocks({ kind, lines }: OpenBlock): ParsedBlock[] {
  if (kind !== 'paragraph') {
    const parsed = lines.map(toSentences).filter((line) => line.length > 0);
    return parsed.length === 0 ? [] : [{ kind, lines: parsed }];
  }
  const sentences = toSentences(lines.join(' '));
  return sentences.length === 0 ? [] : [{ kind, lines: [sentences] }];
}

/** Cuts after the marks are out, so that "minutes [1]. The" and "minutes. [1] The" both belong to the sentence before. */
function toSentences(line: string): ParsedSentence[] {
  const { text, marks } = readInlineMarks(line);
  const ends = splitSentences(text).map((sentence) => sentence.end);
  const sentences: { text: string; cites: number[] }[] = [];
  let from = 0;
  for (const [index, end] of ends.entries()) {
    const to = index === ends.length - 1 ? text.length : end;
    // A mark on the border belongs to what ends there.
    const isHere = (at: number): boolean => (from === 0 || at > from) && at <= Math.max(to, end);
    const piece = text.slice(from, to).trim();
    const cites = [...new Set(marks.filter((mark) => isHere(mark.at)).map((mark) => mark.source))];
    if (piece !== '') sentences.push({ text: piece, cites });
    from = to;
  }
  if (ends.length === 0 && text.trim() !== '') sentences.push({ text: text.trim(), cites: marks.map((mark) => mark.source) });
  return sentences;
}
