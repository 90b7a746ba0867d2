/** One line or paragraph that the requester wrote themself. `log` is pasted machine text: kept as evidence, never a question. */
export type MessagePart = { readonly kind: 'prose' | 'item' | 'log'; readonly text: string };

const QUOTE_HEADER =
  /^(on|am|el|le|em|il|op)\b.{0,120}\b(wrote|schrieb|escribió|a écrit|escreveu|ha scritto|schreef)\b.{0,40}:\s*$|^-{2,}\s*(original message|forwarded message|ursprüngliche nachricht|mensaje original|message d'origine)\b|^_{10,}$/i;
const MAIL_HEADER = /^(from|sent|to|cc|von|gesendet|an|de|enviado|para|envoyé|à)\s?: .+/i;
const GREETING =
  /^(hi|hello|hey|dear|good (morning|afternoon|evening)|greetings|guten (tag|morgen|abend)|hallo|moin|grüezi|servus|liebe[rs]?|sehr geehrte[rs]?|hola|buen[oa]s( (días|tardes|noches))?|estimad[oa]s?|bonjour|bonsoir|salut|chère?s?|madame|monsieur|olá|oi|bom dia|boa tarde|prezad[oa]s?|ciao|buongiorno|buonasera|salve|gentil[ei]|beste|geachte|goedemorgen|goedemiddag)\b/i;
const CLOSING =
  /^(thanks?( (you|a lot|so much|in advance|again))*|thx|many thanks|best|cheers|(with )?(best|kind|warm)?(est)? ?regards|sincerely|yours( \w+)?|(viele|beste|freundliche|liebe|schöne|herzliche) grüße|(mit )?(freundlichen|besten|vielen|herzlichen) grüßen|gruß|vg|lg|mfg|(vielen |besten |herzlichen )?dank( im voraus)?|danke( schön| sehr)?|gracias( de antemano| por todo)?|muchas gracias|(un |cordiales )?saludos?( cordiales)?|atentamente|un abrazo|merci( beaucoup| d'avance| par avance)*|cordialement|bien (à vous|cordialement)|salutations( distinguées)?|obrigad[oa]|atenciosamente|abraços|grazie( mille)?|cordiali saluti|saluti|distinti saluti|bedankt|dank u( wel)?|(met )?vriendelijke groet(en)?|groet(en|jes)?)\s*[,.!;:]*\s*$/i;
const LOG_LINE =
  /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:|HTTP\/\d|at \S+\(|Traceback|File "|[A-Z][A-Za-z]+(-[A-Za-z]+)+: \S|[$>#] \S|\{|\}|<\/?\w+[^>]*>$|[A-Z][A-Z0-9]+(_[A-Z0-9]+)+\b)/;
const RULE = /^[-=_*~]{3,}$/;
/** Characters; six words are no longer. */
const MAX_GREETING = 200;
const ITEM = /^(?:[-*•–]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)/i;
/** A signature longer than this is not one: the words after it are the message. */
const MAX_SIGNATURE_LINES = 6;

/** The requester's own words of a message: without greeting, closing, signature and quoted mail. Never throws. */
export function cleanMessage(text: string, authorName: string): MessagePart[] {
  return toParts(dropFarewell(dropQuoted(text.replaceAll('\r', '').split('\n')), authorName)).filter(
    (part) => part.text !== '' && !(part.kind === 'prose' && isGreeting(part.text)),
  );
}

function dropQuoted(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (QUOTE_HEADER.test(line.trim())) break;
    const isHeaderBlock = lines.slice(index, index + 3).filter((one) => MAIL_HEADER.test(one.trim())).length === 3;
    if (isHeaderBlock) break;
    if (!/^\s*>/.test(line)) kept.push(line);
  }
  return kept;
}

function dropFarewell(lines: readonly string[], authorName: string): string[] {
  const signature = lines.findIndex((line) => /^--\s?$/.test(line));
  let kept = signature >= 0 && lines.length - signature <= MAX_SIGNATURE_LINES + 1 ? lines.slice(0, signature) : [...lines];
  const closing = kept.findLastIndex((line) => CLOSING.test(line.trim()));
  const after = kept.slice(closing + 1).filter((line) => line.trim() !== '');
  if (closing >= 0 && after.length <= MAX_SIGNATURE_LINES && after.every((line) => line.length < 60 && !line.includes('?'))) {
    kept = kept.slice(0, closing);
  }
  const names = authorName.toLowerCase().split(/\s+/);
  while (kept.length > 0) {
    const last = (kept.at(-1) ?? '').trim().toLowerCase();
    const words = last.replace(/[^\p{L}\s'-]/gu, '').split(/\s+/);
    if (last !== '' && !(words.length <= 3 && words.every((word) => names.includes(word)))) break;
    kept.pop();
  }
  return kept;
}

/** Joins lines that were wrapped by a mail program; list items and machine text stay apart, and so does what stands between two rules. */
function toParts(lines: readonly string[]): MessagePart[] {
  const parts: { kind: MessagePart['kind']; text: string }[] = [];
  const rules = lines.flatMap((line, index) => (RULE.test(line.trim()) ? [index] : []));
  const isPasted = (index: number): boolean => {
    const before = rules.findLastIndex((rule) => rule < index);
    return before % 2 === 0 && before + 1 < rules.length;
  };
  let open = false;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    const last = parts.at(-1);
    if (line === '' || RULE.test(line)) {
      open = false;
    } else if (isPasted(index) || /^(\t| {4,})\S/.test(raw) || LOG_LINE.test(line)) {
      parts.push({ kind: 'log', text: line });
      open = false;
    } else if (ITEM.test(line)) {
      parts.push({ kind: 'item', text: line.replace(ITEM, '') });
      open = true;
    } else if (open && last && !isGreeting(last.text)) {
      last.text += ` ${line}`;
    } else {
      parts.push({ kind: 'prose', text: line });
      open = true;
    }
  }
  return parts;
}

function isGreeting(text: string): boolean {
  // Asked for every line of a growing paragraph.
  return text.length <= MAX_GREETING && GREETING.test(text) && text.split(/\s+/).length <= 6 && !/\?/.test(text);
}
