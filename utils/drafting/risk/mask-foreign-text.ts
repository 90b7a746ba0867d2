const QUOTE_HEADER =
  /^(?:on|am|el|le|em|il|op)\b.{0,120}\b(?:wrote|schrieb|escribió|a écrit|escreveu|ha scritto|schreef)\b.{0,40}:\s*$|^-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|mensaje original|message d'origine)\b|^_{10,}$/i;
const QUOTED_LINE = /^\s*>/;
const CODE_LINE = /^(?:\t| {4,})\S|^(?:\d{4}-\d{2}-\d{2}[T ]\d{2}:|at \S+\(|Traceback|File "|[$#] \S|\{|\}|<\/?\w+[^>]*>$)/;
const FENCE = /^\s*(?:```|~~~)/;
/** Somebody else's words inside a sentence: what a page says, what a button is called. */
const IN_QUOTATION_MARKS = /“[^“”\n]{1,300}”|„[^„“”\n]{1,300}[“”]|«[^«»\n]{1,300}»|"[^"\n]{1,300}"|`[^`\n]{1,300}`/g;
/** A line this long was wrapped by a mail program: its sentence goes on in the next one. */
const WRAPPED_LINE = 55;

const blank = (text: string): string => ' '.repeat(text.length);

/**
 * The text in the same length, so that offsets hold, with blanks for all that the requester did not say themself: quoted
 * mail, pasted code and logs, what stands in quotation marks. A line break inside a wrapped sentence becomes a space.
 */
export function maskForeignText(text: string): string {
  const kept: string[] = [];
  let inCode = false;
  let ended = false;
  for (const line of text.replaceAll('\r', ' ').split('\n')) {
    ended ||= QUOTE_HEADER.test(line.trim());
    const isFence = FENCE.test(line);
    const isOwn = !ended && !inCode && !isFence && !QUOTED_LINE.test(line) && !CODE_LINE.test(line);
    if (isFence) inCode = !inCode;
    kept.push(isOwn ? line.replaceAll(IN_QUOTATION_MARKS, blank) : blank(line));
  }
  return kept
    .map((line, index) => {
      const next = kept[index + 1];
      if (next === undefined) return line;
      const goesOn = line.trimEnd().length >= WRAPPED_LINE && !/[.!?:…]\s*$/.test(line) && /^[\p{L}\p{N}(]/u.test(next);
      return `${line}${goesOn ? ' ' : '\n'}`;
    })
    .join('');
}
