/** A piece of a plain-text reply: a paragraph with its lines, or a list with one line an item. */
export type Block = { readonly kind: 'paragraph' | 'ordered' | 'bulleted'; readonly lines: readonly string[] };

const ORDERED = /^\d{1,3}[.)]\s+/;
const BULLETED = /^[-*•]\s+/;

const kindOf = (line: string): Block['kind'] => (ORDERED.test(line) ? 'ordered' : BULLETED.test(line) ? 'bulleted' : 'paragraph');

/** Plain text into blocks: an empty line divides paragraphs, lines with "1. " make an ordered list (only one that counts from 1), lines with "- " a bulleted one. */
export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const part of text.trim().split(/\n[ \t]*\n+/)) {
    let open: { kind: Block['kind']; lines: string[] } | undefined;
    for (const line of part.split('\n').map((each) => each.trim())) {
      const kind = kindOf(line);
      if (open?.kind !== kind) blocks.push((open = { kind, lines: [] }));
      open.lines.push(line);
    }
  }
  return blocks.map(({ kind, lines }) => {
    if (kind === 'bulleted') return { kind, lines: lines.map((line) => line.replace(BULLETED, '')) };
    // Numbers that a list would not write again would be changed by it.
    const counts = lines.every((line, index) => line.startsWith(`${index + 1}.`));
    return kind === 'ordered' && counts
      ? { kind, lines: lines.map((line) => line.replace(ORDERED, '')) }
      : { kind: 'paragraph', lines };
  });
}

/** The blocks as HTML for an editor, with links. Every character of the text stays a character. */
export function toEditorHtml(blocks: readonly Block[]): string {
  return blocks
    .map(({ kind, lines }) => {
      if (kind === 'paragraph') return `<p>${lines.map(toInlineHtml).join('<br>')}</p>`;
      const items = lines.map((line) => `<li>${toInlineHtml(line)}</li>`).join('');
      return kind === 'ordered' ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    })
    .join('');
}

/** An address as a person writes one, without the punctuation after it. */
const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"'`]*[^\s<>"'`.,;:!?()[\]{}*_]\/?/gi;

function toInlineHtml(line: string): string {
  let html = '';
  let from = 0;
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    const escaped = escapeHtml(address);
    html += `${toTextHtml(line.slice(from, index))}<a href="${escaped}">${escaped}</a>`;
    from = index + address.length;
  }
  return html + toTextHtml(line.slice(from));
}

/** Spaces beyond the first would be lost in HTML. */
const toTextHtml = (text: string): string => escapeHtml(text).replace(/ (?= )/g, '&nbsp;');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
