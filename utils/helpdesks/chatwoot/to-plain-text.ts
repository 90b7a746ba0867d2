/** What stands behind a backslash is no mark; it waits in the private area of Unicode until the marks are gone. */
const PRIVATE = 0xe000;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const HELD = /[\ue021-\ue07e]/g;

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\\$/gm, ''],
  [/^(\s*)#{1,6} +/gm, '$1'],
  [/^(\s*)[*+] +/gm, '$1- '],
  [/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1'],
  [/<((?:https?:|mailto:)[^<>\s]+)>/g, '$1'],
  [/(?<![*\w])\*([^*\s][^*\n]*)\*(?!\*)/g, '$1'],
  [/\*\*([^*\n]+)\*\*/g, '$1'],
  [/(?<![*\w])\*([^*\s][^*\n]*)\*(?!\*)/g, '$1'],
  [/(?<![\w_])(__?)([^_\n]+)\1(?![\w_])/g, '$2'],
  [/~~([^~\n]+)~~/g, '$1'],
  [/`([^`\n]+)`/g, '$1'],
];

/** What a reader reads of a reply in Markdown as Chatwoot's editor writes it: lists keep their marks, links their words, code stays as it is. */
export function toPlainText(markdown: string): string {
  return markdown
    .split(/^```.*\n?/m)
    .map((part, index) => (index % 2 === 1 ? part : removeMarks(part)))
    .join('');
}

function removeMarks(text: string): string {
  const held = text.replace(ESCAPED, (_, char: string) => String.fromCodePoint(PRIVATE + char.charCodeAt(0)));
  const bare = MARKS.reduce((left, [mark, words]) => left.replace(mark, words), held);
  return bare.replace(HELD, (char) => String.fromCodePoint(char.charCodeAt(0) - PRIVATE));
}
