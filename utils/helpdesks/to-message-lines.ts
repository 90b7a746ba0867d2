import { isHidingStyle } from './hidden-style.ts';
import type { MessageLine } from './split-quoted.ts';

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
/** Blocks that stand off from their neighbours by an empty line. */
const SPACED = new Set('BLOCKQUOTE FIGURE H1 H2 H3 H4 H5 H6 OL P PRE TABLE UL'.split(' '));
const NOT_TEXT = new Set(
  'BUTTON CANVAS HEAD IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE'.split(' '),
);

/** Helpdesks' and mail programs' own marks of quoted text. */
const QUOTE = 'blockquote, .gmail_quote, .message-stanza .message-stanza, [data-quoted]';

/** Characters that no one sees: zero-width, direction marks, tag characters. */
export const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]|[\u{e0000}-\u{e007f}]/gu;

/** The lines a reader sees in an element, without what one of the selectors in `drop` names; lists with "1. " and "- ", without icons and hidden text; works without layout, so over saved pages too. */
export function toMessageLines(root: Element, drop: readonly string[] = []): MessageLine[] {
  const dropped = drop.join(', ');
  const lines: { text: string; quoted: boolean }[] = [];
  let line = '';
  /** Stands before the first text of a list's item, which may be in a block of its own. */
  let mark = '';
  let isLineQuoted = false;
  let isLineKept = false;
  const endLine = (): void => {
    if (line.trim() !== '') lines.push({ text: isLineKept ? line.trimEnd() : line.trim(), quoted: isLineQuoted });
    isLineKept = false;
    line = '';
    mark = '';
  };
  const addEmpty = (quoted: boolean): void => {
    endLine();
    if (lines.length > 0 && lines.at(-1)?.text !== '') lines.push({ text: '', quoted });
  };
  const visit = (node: Node, quoted: boolean, keepsSpace: boolean): void => {
    if (node.nodeType === 3) {
      const text = (node.textContent ?? '').replace(UNSEEN, '').replace(/\u00a0/g, ' ');
      const pieces = keepsSpace ? text.split(/\r?\n/) : [text.replace(/\s+/g, ' ')];
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) breakLine(quoted);
        if (piece.trim() !== '') isLineQuoted = quoted;
        isLineKept ||= keepsSpace;
        line += line === mark && !keepsSpace ? piece.trimStart() : piece;
      }
      return;
    }
    if (!isElement(node) || isHidden(node) || (dropped !== '' && node !== root && node.matches(dropped))) return;
    const tag = node.tagName.toUpperCase();
    if (tag === 'BR') return breakLine(quoted);
    const isQuote = quoted || (node !== root && node.matches(QUOTE));
    const isBlock = BLOCK.has(tag);
    if (SPACED.has(tag) && !isInList(node, root)) addEmpty(isQuote);
    else if (isBlock && (mark === '' || line !== mark)) endLine();
    if (tag === 'LI' && node !== root) line = mark = toListMark(node);
    if (tag === 'TD' || tag === 'TH') line = line === '' ? '' : `${line} `;
    const keeps = keepsSpace || tag === 'PRE' || node.classList.contains('plain-text-white-space');
    for (const child of node.childNodes) visit(child, isQuote, keeps);
    if (SPACED.has(tag) && !isInList(node, root)) addEmpty(isQuote);
    else if (isBlock) endLine();
  };
  const breakLine = (quoted: boolean): void => {
    if (line.trim() === '') lines.push({ text: '', quoted });
    else endLine();
  };
  visit(root, false, false);
  endLine();
  return lines;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isHidden(element: Element): boolean {
  return (
    NOT_TEXT.has(element.tagName.toUpperCase()) ||
    element.hasAttribute('hidden') ||
    element.classList.contains('message-stanza-folder') ||
    isHidingStyle(element.getAttribute('style') ?? '')
  );
}

/** In a list of the text itself: the page may show its messages as a list. */
function isInList(element: Element, root: Element): boolean {
  const item = element.parentElement?.closest('li');
  return item !== null && item !== undefined && item !== root && root.contains(item);
}

/** Quill writes every list as `ol` and says on the item what it is. */
function toListMark(item: Element): string {
  const list = item.parentElement;
  const isBullet = (each: Element): boolean => /bullet|check/.test(each.getAttribute('data-list') ?? '');
  if (list?.tagName.toUpperCase() !== 'OL' || isBullet(item)) return '- ';
  const all = [...list.children].filter((child) => child.tagName.toUpperCase() === 'LI');
  const items = all.slice(all.slice(0, all.indexOf(item)).findLastIndex(isBullet) + 1);
  return `${items.indexOf(item) + Number(list.getAttribute('start') ?? 1)}. `;
}
