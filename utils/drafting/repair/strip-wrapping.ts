const THING =
  '(?:repl(?:y|ies)|response|answer|draft|message|e-?mail|version|translation|text|antwort(?:entwurf)?|entwurf|nachricht|fassung|übersetzung|respuesta|borrador|mensaje|versión|traducción|réponse|brouillon|traduction|resposta|rascunho|mensagem|versão|tradução|risposta|bozza|messaggio|versione|traduzione|antwoord|concept|bericht|versie|vertaling)';
const CONSENT =
  '(?:(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|gladly|natürlich|gerne?|selbstverständlich|klar|claro|por supuesto|con gusto|bien sûr|certainement|avec plaisir|com certeza|certo|certamente|volentieri|natuurlijk|zeker|graag)[,.!:]?\\s+)';
const HERE =
  "(?:here(?:'s|’s| is| are)|below is|hier(?: ist| is| folgt)|aquí (?:está|tiene|tienes|va)|voici|aqui está|segue|ecco)";
/** Presents what follows, on a line of its own. */
const PRESENTS = new RegExp(
  `^[*_#>\\s]*${CONSENT}?${HERE}(?!\\p{L})[^\\n]{0,60}?(?<!\\p{L})${THING}(?!\\p{L})[^\\n.!?]{0,80}[:：][*_\\s]*\\n+`,
  'iu',
);
const CONSENTS = new RegExp(`^${CONSENT.replace('[,.!:]?', '[.!:]')}\\n+`, 'iu');
const LABEL =
  /^[*_#\s]*(?:assistant|agent|support agent|ai|model|reply|response|answer|draft(?: reply)?|final (?:answer|reply)|assistent|antwort|antwortentwurf|entwurf|respuesta|asistente|borrador|réponse|brouillon|resposta|assistente|rascunho|risposta|bozza|antwoord|concept)[*_]*\s?[:：][*_]*\s*/iu;
const SUBJECT = /^[*_]*(?:subject|re|betreff|asunto|objet|assunto|oggetto|onderwerp)[*_]*\s?:[^\n]*\n+/iu;
const FENCE = /^(`{3,}|~{3,})[\w-]{0,20}\n([^]*?)\n?\1\s*$/;
const OPEN_FENCE = /^(?:`{3,}|~{3,})[\w-]{0,20}\n(?![^]*```)/;
const TRAILER =
  /\n+(?:-{3,}\s*\n+)?[*_(]*(?:note:|please note that i |let me know if you(?:'d|’d| would) like (?:me to|any) |would you like me to |feel free to (?:adjust|modify|edit) )[^\n]*\s*$/i;
/** A list of what was cited: the marks already say it. */
const SOURCE_LIST =
  /\n+[*_#\s]*(?:sources?|references?|citations?|quellen?|fuentes?|fontes?|fonti|bronnen|références)[*_]*\s?:?[*_]*\s*\n(?:\s*(?:[-*]\s*)?(?:\[\^?\d{1,2}\]|source \d|\d{1,2}[.)]\s)[^\n]*(?:\n|$))+\s*$/iu;
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
];

/** More wrappings around one another were made to keep us busy. */
const MOST_LAYERS = 8;

export type Stripped = { readonly text: string; readonly repairs: readonly string[] };

/** Takes off what stands around a reply and is none of it: "Here is the reply:", a code fence, quotes, a subject line. */
export function stripWrapping(raw: string): Stripped {
  const repairs = new Set<string>();
  let text = raw.trim();
  const take = (pattern: RegExp, what: string, to = ''): void => {
    const without = text.replace(pattern, to).trim();
    if (without === text || without === '') return;
    repairs.add(what);
    text = without;
  };
  // Wrappings stand in one another: "Sure! Here is the reply:", then a fence, then a subject line.
  for (let layer = 0, before = ''; before !== text && layer < MOST_LAYERS; layer += 1) {
    before = text;
    take(PRESENTS, 'removed an introduction');
    take(CONSENTS, 'removed an introduction');
    take(LABEL, 'removed an introduction');
    take(FENCE, 'removed a code fence', '$2');
    take(OPEN_FENCE, 'removed a code fence');
    take(SUBJECT, 'removed a subject line');
    take(TRAILER, 'removed a remark to you');
    take(SOURCE_LIST, 'removed a list of sources');
    const bare = unquote(text);
    if (bare !== text) repairs.add('removed quotation marks');
    text = bare;
  }
  return { text, repairs: [...repairs] };
}

function unquote(text: string): string {
  for (const [open, close] of QUOTES) {
    const inside = text.slice(open.length, -close.length);
    if (text.length > 2 && text.startsWith(open) && text.endsWith(close) && !inside.includes(open) && !inside.includes(close))
      return inside.trim();
  }
  return text;
}
