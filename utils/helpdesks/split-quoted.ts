/** A line of a message; `quoted` when the page itself marks it as quoted from an earlier message. */
export type MessageLine = { readonly text: string; readonly quoted: boolean };

export type SplitMessage = { readonly text: string; readonly quoted: string };

/** What mail programs write above a quote, in the four languages drafted in; always the last line before it, ending in a colon. */
const ATTRIBUTION =
  /^(?:on\b.*\bwrote|am\b.*\bschrieb\b.*|.*\bschrieb am\b.*|el\b.*\bescribi[óo]|le\b.*\ba écrit)\s*:$|^.{0,80}\b\d{4}\b.{0,80}@.{0,80}:$/iu;

/** From here on an Outlook-style mail repeats earlier messages, whatever the lines look like. */
const TAIL = /^(?:-{3,}\s*(?!BEGIN|END)\w[\w\s]{3,}\w\s*-{3,}|_{6,})$/u;

/**
 * Puts what was quoted from earlier messages apart: lines the page marks, lines that begin with ">", the attribution
 * above them, and everything below an Outlook divider or an attribution that nothing else follows.
 */
export function splitQuoted(lines: readonly MessageLine[]): SplitMessage {
  const isQuoted = lines.map(({ text, quoted }) => quoted || /^\s*>/.test(text));
  const tail = lines.findIndex(({ text }) => TAIL.test(text.trim()));
  if (tail >= 0) isQuoted.fill(true, tail);
  for (const [index, { text }] of lines.entries()) {
    if (isQuoted[index] || !ATTRIBUTION.test(joinWrapped(lines, index))) continue;
    const next = lines.findIndex((line, at) => at > index && line.text.trim() !== '');
    if (next < 0) continue;
    if (isQuoted[next]) {
      isQuoted[index] = true;
      if (!ATTRIBUTION.test(text.trim()) && index > 0) isQuoted[index - 1] = true;
    } else if (!isQuoted.includes(true)) isQuoted.fill(true, index);
  }
  const join = (wanted: boolean): string =>
    lines
      .filter((_, index) => isQuoted[index] === wanted)
      .map(({ text }) => text.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\s+$/g, '');
  return { text: join(false), quoted: join(true).replace(/^[ \t]*(?:>[ \t]?)+/gm, '') };
}

/** Attributions are often wrapped after the address: the line, or it with the one before. */
function joinWrapped(lines: readonly MessageLine[], index: number): string {
  const line = lines[index]?.text.trim() ?? '';
  if (!line.endsWith(':') || ATTRIBUTION.test(line)) return line;
  return `${lines[index - 1]?.text.trim() ?? ''} ${line}`.trim();
}
