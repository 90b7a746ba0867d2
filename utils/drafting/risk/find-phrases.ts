import { riskKindSchema, type RiskKind } from '../../domain/triage.ts';
import type { CompiledPhrase, CompiledTable } from './compile-table.ts';

/** One phrase in a folded sentence, end excluded. */
export type PhraseHit = { readonly kind: RiskKind; readonly start: number; readonly end: number };

const CLAUSE_END = /[,;:()!?.–—]| - /g;
/** A negation further away than this turns something else. */
const NEGATION_WORDS = 4;
/** For these a question of how it works is no demand. */
const askable: ReadonlySet<RiskKind> = new Set(['refund', 'churn', 'privacy', 'legal']);
/** What the requester's own customers want is a question about the product. */
const ofOthers: ReadonlySet<RiskKind> = new Set(['refund', 'churn', 'legal']);

/** What a folded sentence says of the kinds looked for, without what it negates, asks about or tells of others. */
export function findPhrases(sentence: string, table: CompiledTable, kinds: ReadonlySet<RiskKind>): PhraseHit[] {
  const isQuestion = /\?['")\]]*$/.test(sentence) || (table.questionStart.test(sentence) && !sentence.includes(','));
  return riskKindSchema.options
    .filter((kind) => kinds.has(kind))
    .flatMap((kind) =>
      (table.phrases.get(kind) ?? []).flatMap((phrase) =>
        [...sentence.matchAll(phrase.pattern)]
          .filter((match) => isMeant(sentence, match.index, match[0], kind, phrase, table, isQuestion))
          .map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
      ),
    );
}

function isMeant(
  sentence: string,
  start: number,
  hit: string,
  kind: RiskKind,
  phrase: CompiledPhrase,
  table: CompiledTable,
  isQuestion: boolean,
): boolean {
  if (isQuestion && !phrase.inQuestions) return false;
  const head = sentence.slice(0, start);
  const clause = head.slice(lastEnd(head, CLAUSE_END));
  const own = clause.slice(lastEnd(clause, table.joining));
  const after = sentence.slice(start + hit.length);
  if (
    ofOthers.has(kind) &&
    !phrase.evenNegated &&
    (has(table.others, clause) || has(table.others, hit) || table.othersAfter.test(after))
  )
    return false;
  if (kind === 'refund' || kind === 'churn') {
    if (has(table.asking, isQuestion ? head : own) || has(table.asking, hit)) return false;
  } else if (isQuestion && askable.has(kind) && has(table.asking, head)) {
    return false;
  }
  if (phrase.evenNegated) return true;
  const near = own.trim().split(' ').slice(-NEGATION_WORDS).join(' ');
  return !has(table.negation, near) && !has(table.negation, hit) && !table.negationAfter.test(after);
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

function has(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
