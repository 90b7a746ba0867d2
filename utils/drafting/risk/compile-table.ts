import { riskKindSchema, type RiskKind } from '../../domain/triage.ts';
import { toPhrasePattern } from './phrase-pattern.ts';
import type { RiskTable } from './risk-table.ts';

export type CompiledPhrase = { readonly pattern: RegExp; readonly inQuestions: boolean; readonly evenNegated: boolean };
export type CompiledTable = {
  readonly phrases: ReadonlyMap<RiskKind, readonly CompiledPhrase[]>;
  readonly negation: RegExp;
  readonly negationAfter: RegExp;
  readonly asking: RegExp;
  readonly questionStart: RegExp;
  readonly others: RegExp;
  readonly othersAfter: RegExp;
  readonly joining: RegExp;
};

/** Turns the phrases of a language into patterns over folded text. */
export function compileTable(table: RiskTable): CompiledTable {
  const word = (list: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${list})(?![a-z0-9])`, 'g');
  return {
    phrases: new Map(riskKindSchema.options.map((kind) => [kind, table.phrases[kind].map(compilePhrase)])),
    negation: word(table.negation),
    negationAfter: new RegExp(`^ (?:[a-z']+ ){0,3}(?:${table.negationAfter})(?![a-z0-9])`),
    asking: word(table.asking),
    questionStart: new RegExp(`^(?:${table.questionStart})(?![a-z0-9])`),
    others: word(table.others),
    othersAfter: new RegExp(`^ (?:[a-z]+ )?(?:${table.others})(?![a-z0-9])`),
    joining: word(table.joining),
  };
}

function compilePhrase(phrase: string): CompiledPhrase {
  const [, flags = '', body = ''] = /^([?!]*)(.*)$/.exec(phrase) ?? [];
  return {
    pattern: toPhrasePattern(body),
    inQuestions: flags.includes('?'),
    evenNegated: flags.includes('!'),
  };
}
