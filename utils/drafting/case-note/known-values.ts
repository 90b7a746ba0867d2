import type { Ticket } from '../../domain/ticket.ts';
import type { ThreadSummary, Triage } from '../../domain/triage.ts';

export type CaseFacts = {
  readonly ticket: Ticket;
  readonly summary: ThreadSummary;
  readonly triage: Triage;
  /** Subject and public words of the requester. */
  readonly said: string;
};

const ORDER = /(?:order|bestell\w*|auftrag\w*|pedido|commande|ordine|encomenda)/iu;
const INVOICE = /(?:invoice|rechnung\w*|factura|facture|fattura|fatura|factuur)/iu;
const sentence = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/**
 * What is known of a ticket, by what a field is called: the first pattern that fits the field's words decides. Several
 * different values mean that a person has to choose. Patterns are matched against the name in lower case, words apart.
 */
export const knownValues: readonly (readonly [RegExp, (facts: CaseFacts) => readonly string[]])[] = [
  [/\b(?:ticket|case|conversation) ?(?:id|number|no|nr|ref)\b|^(?:ticket|case)$/, ({ ticket }) => [ticket.id]],
  [/\b(?:order|purchase|bestell\w*|auftrag\w*|pedido|commande)/, ({ said }) => numbersAfter(said, ORDER)],
  [/\b(?:invoice|bill|rechnung\w*|factura|facture)/, ({ said }) => numbersAfter(said, INVOICE)],
  [/\b(?:e ?mail|mail)\b/, ({ ticket }) => [ticket.requester.email ?? '']],
  [/\b(?:agent|owner|assignee|handled by|bearbeiter)\b/, ({ ticket }) => [ticket.agent?.name ?? '']],
  [/\b(?:requester|customer|contact|client|caller|reporter|kunde|cliente)\b/, ({ ticket }) => [ticket.requester.name]],
  [/\b(?:queue|team|inbox|department|group)\b/, ({ ticket }) => [ticket.queue]],
  [/\b(?:subject|title|betreff|asunto|objet)\b/, ({ ticket }) => [ticket.subject]],
  [/\b(?:link|url|address of the ticket)\b/, ({ ticket }) => [ticket.url]],
  [/\b(?:language|sprache|idioma|langue|locale)\b/, ({ summary }) => [summary.language]],
  [/\b(?:goal|wants?|wish|request|ask|anliegen|ziel|objetivo)\b/, ({ summary }) => [summary.goal]],
  [/\b(?:promised?|promises|commitments?|zusage\w*)\b/, ({ summary }) => [sentence(summary.promised)]],
  [/\b(?:next|action|follow ?up|to ?do|nächste\w*)\b/, ({ summary }) => [summary.next]],
  [/\b(?:blocks?|blocker|problem|issue|trouble|symptoms?|error|fehler)\b/, ({ summary }) => [summary.blocks]],
  [
    /\b(?:summary|description|details?|notes?|overview|zusammenfassung|beschreibung|resumen|résumé)\b/,
    ({ summary }) => [sentence([summary.goal, summary.blocks, ...summary.promised])],
  ],
  [/\b(?:intent|category|topic|type|kind|reason|kategorie|thema)\b/, ({ triage }) => [triage.intent?.label ?? '']],
  [/\b(?:urgency|priority|severity|dringlichkeit|priorität|prioridad|priorité)\b/, ({ triage }) => [triage.urgency]],
  [/\b(?:sentiment|mood|stimmung|tone)\b/, ({ triage }) => [triage.sentiment]],
  [/\b(?:tags?|labels?|keywords?)\b/, ({ triage }) => [triage.tags.join(', ')]],
  [/\b(?:amount|price|sum|total|cost|betrag|importe|montant)\b/, ({ said }) => amountsOf(said)],
  [/\b(?:opened|created|received|reported|first|eingang|start)\b/, ({ ticket }) => [ticket.messages[0]?.at ?? '']],
  [/\b(?:updated|last|newest|latest)\b/, ({ ticket }) => [ticket.messages.at(-1)?.at ?? '']],
];

/** Numbers that stand behind a word, "invoice NW-2026-0417", each once. */
function numbersAfter(text: string, word: RegExp): string[] {
  const pattern = new RegExp(`(?<!\\p{L})${word.source}[^\\d\\n]{0,16}?(?<![\\w-])((?:[A-Z]{1,6}-?)?\\d[\\d-]{3,20}\\d)`, 'giu');
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

/** Amounts of money, without the currency. */
function amountsOf(text: string): string[] {
  const amount = String.raw`\d{1,3}(?:[.,]?\d{3}){0,3}(?:[.,]\d{2})?`;
  const pattern = new RegExp(
    `(?:EUR|USD|GBP|CHF|[€$£]) ?(${amount})|(${amount}) ?(?:EUR|USD|GBP|CHF|[€$£]|euros?|dollars?)`,
    'gi',
  );
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ''))];
}
