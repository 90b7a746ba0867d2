import type { ReactNode } from 'react';
import type { Teaching } from '../../../utils/domain/teaching.ts';
import { teachingSteps, toAsked } from '../../../utils/domain/teaching.ts';
import type { TeachingOrder } from '../../../utils/domain/teaching-order.ts';
import { Button } from '../../shared/button.tsx';
import { Notice } from '../../shared/notice.tsx';
import { QuietState } from '../quiet-state.tsx';
import { TeachPreview } from './teach-preview.tsx';
import { TeachQuestions } from './teach-questions.tsx';
import { stepWords } from './teach-words.ts';
import './teach.css';

export type TeachViewProps = { readonly teaching: Teaching; readonly onTeach: (order: TeachingOrder) => void };

/** An unknown page is shown to Deskside: what to click, what would be read so far, and what stands in the way. */
export function TeachView({ teaching, onTeach }: TeachViewProps): ReactNode {
  const { host, shown, proposal, trouble, mending } = teaching;
  const isComplete = toAsked({ shown, answers: teaching.answers }) === undefined;
  const problems = proposal?.problems.filter((problem) => !problem.startsWith('Say who reads')) ?? [];
  return (
    <>
      <QuietState icon="target" tone="accent" title={isComplete ? 'Is this right?' : 'Show Deskside this helpdesk'}>
        {isComplete ? (
          <p>This is how tickets on {host} would be read. Correct what is wrong.</p>
        ) : (
          <p>
            Show it a few things on <b className="wrap">{host}</b> and it can read tickets here. It takes about a minute.
          </p>
        )}
      </QuietState>
      {mending ? (
        <Notice tone="info" icon="target" title={stepWords[mending].title}>
          {stepWords[mending].hint}
        </Notice>
      ) : null}
      {trouble === '' ? null : (
        <Notice tone="warning" icon="alert" title="That did not help">
          {trouble}
        </Notice>
      )}
      {problems.map((problem) => (
        <Notice key={problem} tone="blocking" icon="alert" title="This can’t be saved so">
          {problem}
        </Notice>
      ))}
      {isComplete ? (
        <TeachQuestions teaching={teaching} onTeach={onTeach} />
      ) : (
        <TeachSteps teaching={teaching} onTeach={onTeach} />
      )}
      {proposal && proposal.messages.length > 0 ? <TeachPreview proposal={proposal} onTeach={onTeach} /> : null}
      {isComplete ? null : (
        <Notice tone="plain" icon="file" title="You get a small file, not a program">
          It says where things are on the page, and holds nothing of this ticket. You can look at it, change it and give it to
          your team.
        </Notice>
      )}
      {proposal?.warnings.map((warning) => (
        <p key={warning} className="quiet">
          {warning}
        </p>
      ))}
    </>
  );
}

/** The steps: done with what was clicked, the next one with a hint. */
function TeachSteps({ teaching, onTeach }: TeachViewProps): ReactNode {
  const { shown, answers } = teaching;
  const asked = toAsked(teaching);
  return (
    <ol className="teach">
      {teachingSteps.map((step) => {
        const words = shown.find(({ part }) => part === step)?.words;
        const isSkipped = step === 'note' && answers.noNote;
        const isDone = words !== undefined || isSkipped;
        return (
          <li
            key={step}
            className={isDone ? 'is-done' : step === asked ? 'is-now' : undefined}
            aria-current={step === asked ? 'step' : undefined}
          >
            <p className="teach-title">{stepWords[step].title}</p>
            {isDone ? (
              <p className="teach-read wrap">
                {isSkipped ? 'There is none here.' : words === '' ? 'Shown.' : `“${words ?? ''}”`}
              </p>
            ) : null}
            {!isDone && step === asked ? <p className="teach-read">{stepWords[step].hint}</p> : null}
            {!isDone && step === asked && step === 'note' ? (
              <p className="teach-read">
                <Button size="sm" variant="outline" onClick={() => onTeach({ kind: 'answer', answers: { noNote: true } })}>
                  There is none here
                </Button>
              </p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
