import { stripThinking } from './strip-thinking.ts';
import { stripWrapping } from './strip-wrapping.ts';

/** A line that may still become "Here is the reply:" is held back no longer than this, in characters. */
const MOST_HELD = 90;
const MAY_INTRODUCE =
  /^[*_#\s]*(?:sure|certainly|of course|absolutely|okay|ok\b|here(?:'s|’s| is| are)\b|below is|hier (?:ist|is|folgt)\b|natürlich|gerne?\b|claro|por supuesto|aquí|voici|bien sûr|aqui está|com certeza|ecco|certo|certamente|natuurlijk|(?:assistant|agent|ai|model|reply|response|answer|draft|subject|betreff|asunto|objet|assunto|oggetto|onderwerp|antwort|entwurf|respuesta|réponse|resposta|risposta|antwoord)\s*:)[^\n]*$/iu;
const BEGINNINGS = [
  '<think',
  '<thinking',
  '<reasoning',
  '<|',
  '```',
  '~~~',
  'NO_ANSWER',
  '`NO_ANSWER',
  '**NO_ANSWER',
  '"NO_ANSWER',
];
const STARTERS = `
  sure|certainly|of course|absolutely|okay|here is|here's|here’s|here are|
  below is|hier ist|natürlich|gerne|claro|por supuesto|aquí|voici|bien sûr|
  aqui está|com certeza|ecco|certo|natuurlijk|assistant:|agent:|reply:|response:|
  answer:|draft:|subject:|betreff:|asunto:|objet:|assunto:|oggetto:|onderwerp:|
  antwort:|entwurf:|respuesta:|réponse:|resposta:|risposta:|antwoord:
`
  .trim()
  .split(/\|\s*/);
const NO_ANSWER = /^[*_`"'“([]*NO_ANSWER/;
const JSON_REPLY = /^\{\s*"(?:reply|draft|response|answer|message|body|text|content)"\s*:\s*"((?:[^"\\]|\\[^])*)/;

/**
 * An answer so far, fit to be shown while more comes: without thinking, introductions and the mark for "no answer", whole or
 * begun. What is held back shows up later; what was shown only ever grows, unless the model turns out to have thought aloud.
 */
export function tidyStreaming(soFar: string): string {
  const spoken = stripThinking(soFar).replaceAll(/<\|[a-z_]{2,30}\|>/g, '');
  const json = JSON_REPLY.exec(spoken)?.[1];
  if (json !== undefined) return unescape(json);
  if (/^(?:```\w*\s*)?[[{]\s*(?:"|$)/.test(spoken)) return '';
  if (NO_ANSWER.test(spoken)) return '';
  const { text } = stripWrapping(spoken);
  if (
    BEGINNINGS.some(
      (beginning) => beginning.startsWith(text) || (beginning.startsWith('```') && /^(?:```|~~~)[\w-]*$/.test(text)),
    )
  )
    return '';
  const begun = text.toLowerCase().replace(/^[*_#\s]+/, '');
  if (STARTERS.some((starter) => starter.startsWith(begun))) return '';
  if (text.length <= MOST_HELD && MAY_INTRODUCE.test(text)) return '';
  // The begun mark at the end: a tag, a template mark, a citation.
  return text.replace(/(?:<\/?[a-z|_]{0,24}|\[\d{0,2})$/i, '').trimEnd();
}

function unescape(text: string): string {
  return text
    .replace(/\\(?:u[0-9a-f]{0,3})?$/i, '')
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 't' ? '\t' : letter));
}
