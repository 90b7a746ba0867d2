import type { ReactNode } from 'react';
import { ComparePage } from '../../components/compare/compare-page.tsx';
import type { Arm, CompareValue } from '../../components/compare/use-compare.ts';
import { panelInputs } from '../../components/panel/panel-fixtures.ts';
import { ticket } from '../../components/panel/fixture-parts.ts';
import type { DraftOutcome } from '../../utils/domain/draft.ts';

const outcomeOf = (name: string): DraftOutcome =>
  panelInputs[name]?.record?.outcome ?? { kind: 'failed', failure: { kind: 'unexpected', said: name } };
const ended = (outcome: DraftOutcome): Arm['state'] => ({ kind: 'ended', outcome });
const idle = { kind: 'idle' } as const;
const value = (left: Arm['state'], right: Arm['state'], more: Partial<CompareValue> = {}): CompareValue => ({
  ticket,
  arms: { left: { strategy: 'hybrid-facts-first', state: left }, right: { strategy: 'prompt-only', state: right } },
  missing: {},
  currency: 'EUR',
  ...more,
});
const drafting: Arm['state'] = { kind: 'drafting', progress: panelInputs['drafting']?.progress };
const failed = ended({ kind: 'failed', failure: { kind: 'backend-silent', host: 'api.openai.com', afterMs: 30_000 } });

const values: Readonly<Record<string, CompareValue>> = {
  idle: value(idle, idle),
  'no-ticket': value(idle, idle, { ticket: undefined }),
  missing: value(idle, idle, { missing: { 'hybrid-facts-first': 'styling-model', 'prompt-only': 'chat-model' } }),
  drafting: value(drafting, { kind: 'drafting', progress: undefined }),
  drafted: value(ended(outcomeOf('traced')), ended(outcomeOf('findings'))),
  failed: value(ended(outcomeOf('model-nonsense')), failed),
  abstained: value(
    ended({ kind: 'abstained', reason: 'nothing-relevant', nearest: [], question: 'Welchen Plan nutzen Sie?', language: 'de' }),
    ended(outcomeOf('handed-over')),
  ),
};

/** The compare page in the state of this name. */
export default function CompareCase({ name }: { readonly name: string }): ReactNode {
  const shown = values[name];
  const nothing = (): void => undefined;
  return shown ? (
    <ComparePage value={shown} actions={{ onStrategy: nothing, onRun: nothing, onStop: nothing, onOpenOptions: nothing }} />
  ) : null;
}
