import type { Settings } from '../../domain/settings.ts';
import type { Message, Ticket } from '../../domain/ticket.ts';
import { riskKindSchema, type MessageQuote, type RiskFinding, type RiskKind } from '../../domain/triage.ts';
import { detectLanguage } from '../../text/language.ts';
import { splitSentences } from '../../text/sentences.ts';
import { compileTable, type CompiledTable } from './compile-table.ts';
import { findPhrases } from './find-phrases.ts';
import { foldWithOffsets } from './fold-with-offsets.ts';
import { maskForeignText } from './mask-foreign-text.ts';
import { de } from './tables/de.ts';
import { en } from './tables/en.ts';
import { es } from './tables/es.ts';
import { fr } from './tables/fr.ts';
import { it } from './tables/it.ts';
import { nl } from './tables/nl.ts';
import { pt } from './tables/pt.ts';

const tables = { en, de, es, fr, it, pt, nl };
type Language = keyof typeof tables;
const languages: readonly Language[] = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl'];
/** Characters; below it one word in common tips the scales. */
const SURE_LENGTH = 80;
const neighbours: readonly (readonly Language[])[] = [
  ['de', 'nl'],
  ['es', 'pt', 'it'],
];
/** These stay open while the agent has only asked back; an insult does not. */
const staysOpen: ReadonlySet<RiskKind> = new Set(['refund', 'legal', 'safety', 'churn', 'privacy']);
/** Two letters, or one of a script in which one is a word. */
const SAYS_SOMETHING = /\p{L}{2}|\p{Lo}/u;
const compiled = new Map<Language, CompiledTable>();

/**
 * Why a person may have to answer: what the requester wrote in public since the last public reply, judged by tables of
 * phrases in seven languages. Kinds that are `off` are not looked for; a quote's offsets are those of `message.text`.
 * Quoted mail, code and what stands in quotation marks do not count, nor what is denied or only asked about. Gravest
 * level first, then in the order of the kinds. Time linear in the text. Never throws.
 */
export function findRisks(ticket: Ticket, levels: Settings['escalation']): RiskFinding[] {
  const kinds = riskKindSchema.options.filter((kind) => levels[kind] !== 'off');
  const open = ticket.messages.filter((message) => message.visibility === 'public');
  const turnStart = open.findLastIndex((message) => message.role === 'agent') + 1;
  const openStart = open.findLastIndex((message) => message.role === 'agent' && !message.text.includes('?')) + 1;
  const found = open.slice(openStart).flatMap((message, index) => {
    const isTurn = openStart + index >= turnStart;
    const looked = new Set(kinds.filter((kind) => isTurn || staysOpen.has(kind)));
    return message.role === 'requester' && looked.size > 0 ? findInMessage(message, looked) : [];
  });
  return kinds
    .flatMap((kind): RiskFinding[] => {
      const quotes = found.filter((one) => one.kind === kind).map(({ quote }) => quote);
      const level = levels[kind];
      return quotes.length > 0 && level !== 'off' ? [{ kind, level, quotes }] : [];
    })
    .toSorted((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn'));
}

type Found = { readonly kind: RiskKind; readonly quote: MessageQuote };

function findInMessage(message: Message, kinds: ReadonlySet<RiskKind>): Found[] {
  const masked = maskForeignText(message.text);
  const looked = toLanguages(masked).map(tableOf);
  const found = splitSentences(masked).flatMap((sentence) => {
    // Looking a phrase up in every table costs the same for a full stop as for a sentence.
    if (!SAYS_SOMETHING.test(sentence.text)) return [];
    const folded = foldWithOffsets(sentence.text);
    const hits = looked.flatMap((table) => findPhrases(folded.text, table, kinds));
    return hits.map(({ kind, start, end }): Found => {
      const from = sentence.start + (folded.offsets[start] ?? 0);
      const to = sentence.start + (folded.offsets[end] ?? sentence.text.length);
      const text = message.text.slice(from, to).trimEnd();
      return { kind, quote: { messageId: message.id, start: from, end: from + text.length, text } };
    });
  });
  return mergeOverlaps(found, message);
}

/** Two phrases that share words are one quote. */
function mergeOverlaps(found: readonly Found[], message: Message): Found[] {
  const merged: Found[] = [];
  for (const one of found.toSorted((a, b) => a.quote.start - b.quote.start)) {
    const index = merged.findLastIndex(({ kind, quote }) => kind === one.kind && quote.end >= one.quote.start);
    const before = merged[index]?.quote;
    if (!before) {
      merged.push(one);
      continue;
    }
    const end = Math.max(before.end, one.quote.end);
    merged[index] = { kind: one.kind, quote: { ...before, end, text: message.text.slice(before.start, end) } };
  }
  return merged;
}

/** English is written everywhere, neighbours are taken for each other; a message too short to tell is looked at in every language. */
function toLanguages(text: string): readonly Language[] {
  const { language, sure } = detectLanguage(text);
  const near = neighbours.find((group) => group.some((one) => one === language)) ?? [];
  const isSure = sure && text.length >= SURE_LENGTH;
  return isSure ? languages.filter((one) => one === 'en' || one === language || near.includes(one)) : languages;
}

function tableOf(language: Language): CompiledTable {
  const known = compiled.get(language);
  if (known) return known;
  const table = compileTable(tables[language]);
  compiled.set(language, table);
  return table;
}
