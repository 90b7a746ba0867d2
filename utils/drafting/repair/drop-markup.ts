const IMAGE =
  /!\[[^\]\n]{0,1000}\](?:\([^)\n]{0,4000}\)|\[[^\]\n]{0,1000}\])|<img\b[^<>]*>|<(?:svg|iframe|object|video|audio|picture)\b[^]*?(?:<\/(?:svg|iframe|object|video|audio|picture)>|\/>|$)/gi;
/** An image under a name: `![chart][x]` needs `[x]: https://…` below. */
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:\s*(?:<[^>\n]*>|\S+)(?:\s+["'(][^\n]*)?$/gm;
const HIDDEN = /<(script|style|template|head|noscript)\b[^]*?(?:<\/\1>|$)|<!--[^]*?(?:-->|$)/gi;
const BREAK = /<br\s*\/?>|<\/(?:p|div|h[1-6]|ul|ol|table|tr|blockquote)>|<hr\s*\/?>/gi;
const ITEM = /<li\b[^>]*>\s*/gi;
const LINK = /<a\b[^<>]{0,500}?\bhref\s{0,3}=\s{0,3}["']?(https?:\/\/[^"'\s<>]{1,2000})["']?(?:\s[^<>]*)?>([^<]{0,1000})<\/a>/gi;
const TAG =
  /<\/?(?:p|div|span|b|strong|i|em|u|s|ul|ol|li|a|h[1-6]|table|thead|tbody|tr|td|th|blockquote|html|body|font|small|sup|sub|code|pre|section|article|header|footer|main)(?:\s[^<>]*)?\/?>|<(?:form|input|button|label|select|option|textarea|link|meta|base|embed|param|source|area|marquee|fieldset)\b(?:\s[^<>]*=[^<>]*|\s*\/)>|<\/(?:form|button|label|select|option|textarea|marquee|fieldset)>/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

/** Pictures are out with their addresses; HTML becomes text, except in code, where it is what is spoken of. */
export function dropMarkup(text: string): { readonly text: string; readonly repairs: readonly string[] } {
  const parts = text.split(/(`[^`\n]+`)/);
  const repairs = new Set<string>();
  const cleaned = parts.map((part, index) => {
    if (index % 2 === 1) return part;
    const pictured = part.replaceAll(IMAGE, '').replaceAll(DEFINITION, '');
    if (pictured !== part) repairs.add('removed a picture or a hidden address');
    const plain = toText(pictured);
    if (plain !== pictured) repairs.add('turned HTML into text');
    return plain;
  });
  return {
    text: cleaned
      .join('')
      .replaceAll(/(?<![ \t])[ \t]+\n/g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    repairs: [...repairs],
  };
}

function toText(part: string): string {
  if (!/<[a-z!/]/i.test(part)) return part;
  const bare = part
    .replaceAll(HIDDEN, '')
    .replaceAll(LINK, '[$2]($1)')
    .replaceAll(ITEM, '\n- ')
    .replaceAll(BREAK, '\n')
    .replaceAll(TAG, '');
  if (bare === part) return part;
  return bare.replaceAll(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
