import { useState } from 'react';
import type { Failure } from '../../utils/domain/failure.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { hasStoredKey } from './check-endpoint.ts';
import type { EmbeddingActions, EmbeddingCost } from './embedding-actions.ts';
import { checkEmbedding, toEmbeddingFields, type EmbeddingFields, type EmbeddingProblems } from './embedding-form.ts';

export type EstimateState =
  | { readonly kind: 'none' | 'counting' }
  | { readonly kind: 'estimated'; readonly cost: EmbeddingCost }
  | { readonly kind: 'failed'; readonly failure: Failure };
type StartState = { readonly kind: 'idle' | 'starting' } | { readonly kind: 'failed'; readonly failure: Failure };

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The form while it is being filled in. Nothing is sent or stored before `start`, which needs an estimate of what is in it. */
export function useEmbeddingForm(embedding: Settings['embedding'], actions: EmbeddingActions, onStarted: () => void) {
  const [fields, setFields] = useState(() => toEmbeddingFields(embedding));
  const [known, setKnown] = useState(embedding);
  // Settings arrive after the first drawing: a form that nobody has touched follows them.
  if (!isEqual(known, embedding)) {
    setKnown(embedding);
    if (isEqual(fields, toEmbeddingFields(known))) setFields(toEmbeddingFields(embedding));
  }
  const [problems, setProblems] = useState<EmbeddingProblems>({});
  const [estimate, setEstimate] = useState<EstimateState>({ kind: 'none' });
  const [starting, setStarting] = useState<StartState>({ kind: 'idle' });
  const keyStoredFor = embedding?.endpoint.hasKey ? embedding.endpoint.baseUrl : '';

  const check = () => {
    const checked = checkEmbedding(fields);
    setProblems(checked.ok ? {} : checked.problems);
    return checked;
  };
  return {
    fields,
    problems,
    estimate,
    starting,
    /** A key for the address in the form is stored. */
    hasKey: hasStoredKey(keyStoredFor, fields.address),
    change(part: Partial<EmbeddingFields>): void {
      setFields({ ...fields, ...part });
      setProblems({});
      setStarting({ kind: 'idle' });
      // What was counted was counted for another endpoint or price.
      if (!('key' in part)) setEstimate({ kind: 'none' });
    },
    async count(): Promise<void> {
      const checked = check();
      if (!checked.ok || estimate.kind === 'counting') return;
      setEstimate({ kind: 'counting' });
      const answer = await actions.onEstimate(checked.input);
      // A form that was changed meanwhile has no estimate.
      setEstimate((now) =>
        now.kind !== 'counting'
          ? now
          : answer.ok
            ? { kind: 'estimated', cost: answer.value }
            : { kind: 'failed', failure: answer.error },
      );
    },
    /** In the turn of the click. */
    async start(): Promise<void> {
      const checked = check();
      if (!checked.ok || estimate.kind !== 'estimated' || starting.kind === 'starting') return;
      setStarting({ kind: 'starting' });
      const started = await actions.onStart(checked.input, fields.key.trim());
      if (!started.ok) return setStarting({ kind: 'failed', failure: started.error });
      setFields({ ...fields, key: '' });
      setEstimate({ kind: 'none' });
      setStarting({ kind: 'idle' });
      onStarted();
    },
  };
}
