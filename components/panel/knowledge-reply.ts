/** A closing is one short paragraph: "Kind regards, Ana". */
const MAX_CLOSING = 80;

/** The reply with a passage's text in it: before the closing where it has one, else at its end, as paragraphs of its own. */
export function addToReply(reply: string, passage: string): string {
  const paragraphs = reply.trim() === '' ? [] : reply.trimEnd().split(/\n{2,}/);
  const last = paragraphs.at(-1) ?? '';
  const hasClosing = paragraphs.length > 1 && last.length <= MAX_CLOSING && !/[.?!。？！]\s*$/.test(last);
  const before = hasClosing ? paragraphs.slice(0, -1) : paragraphs;
  return [...before, passage.trim(), ...(hasClosing ? [last] : [])].join('\n\n');
}
