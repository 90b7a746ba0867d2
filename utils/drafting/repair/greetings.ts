const GREETING =
  /^(?:hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrte[rs]?|moin|servus|grüezi|hola|buen[oa]s (?:días|tardes|noches)|buenos días|estimad[oa]s?|querid[oa]|bonjour|bonsoir|salut|cher|chère|madame|monsieur|olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]|buongiorno|buonasera|ciao|salve|gentile|beste|geachte|goede(?:morgen|middag|navond)|goedendag)(?!\p{L})[^\n.?]{0,60}$/iu;

/** A line that only greets. */
const isGreeting = (line: string): boolean => line.length <= 80 && GREETING.test(line.trim().replace(/[.:]$/, ''));

/** The second greeting in a row is out. */
export function dropSecondGreeting(text: string): string {
  const [first = '', second = '', ...rest] = text.split(/\n+/);
  if (!isGreeting(first) || !isGreeting(second)) return text;
  const from = text.indexOf(second, first.length);
  const after = text.slice(from + second.length);
  return rest.length === 0 ? text : `${first}\n\n${after.trimStart()}`;
}
