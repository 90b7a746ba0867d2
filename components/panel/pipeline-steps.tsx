import type { ReactNode } from 'react';
import type { DraftProgress, StageName } from '../../utils/domain/draft.ts';
import { Icon } from '../shared/icon.tsx';

/** What the agent is told of the stages; the others take no time worth a line. */
const shown: readonly { readonly stage: StageName; readonly now: string }[] = [
  { stage: 'understand', now: 'Read the ticket' },
  { stage: 'retrieve', now: 'Find passages' },
  { stage: 'draft', now: 'Writing the reply' },
  { stage: 'check', now: 'Check every sentence' },
];

/** Takes the place of the verdict while a draft is made. */
export function PipelineSteps({ progress }: { readonly progress: DraftProgress | undefined }): ReactNode {
  return (
    <div role="group" className="verdict" aria-label="Progress">
      <ol className="steps">
        {shown.map(({ stage, now }) => {
          const done = progress?.stages.find((each) => each.stage === stage);
          if (done) {
            return (
              <li key={stage} className="is-done">
                <Icon name="check" size="sm" />
                <span>{done.note}</span>
                <span className="quiet num">{(done.ms / 1000).toFixed(1)} s</span>
              </li>
            );
          }
          return (
            <li key={stage} className={progress?.stage === stage ? 'is-now' : ''}>
              <span className="step-dot" />
              <span>{now}</span>
              <span />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
