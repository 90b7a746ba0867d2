import type { ReactNode } from 'react';
import type { RiskFinding } from '../../utils/domain/triage.ts';
import { describeDecision } from '../../utils/drafting/risk/describe-risks.ts';
import { Notice } from '../shared/notice.tsx';

/** Beside a draft: what a person should decide before it is sent. */
export function RiskNotice({ risks }: { readonly risks: readonly RiskFinding[] }): ReactNode {
  if (risks.length === 0) return null;
  const words = risks.flatMap(({ quotes }) => quotes.map(({ text }) => `“${text}”`));
  return (
    <Notice tone="warning" icon="person" title={describeDecision(risks.map(({ kind }) => kind))}>
      {[...new Set(words)].join(', ')}. Check that the reply promises nothing that is not decided.
    </Notice>
  );
}
