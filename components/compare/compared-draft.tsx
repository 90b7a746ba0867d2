import { useState, type ReactNode } from 'react';
import { toReplyText, type Draft, type DraftOutcome } from '../../utils/domain/draft.ts';
import { describeAbstention } from '../panel/describe-view.ts';
import { DraftText } from '../panel/draft-text.tsx';
import { FindingNotice } from '../panel/finding-notice.tsx';
import { formatMoney, formatSeconds, formatTokens } from '../panel/format.ts';
import { PipelineSteps } from '../panel/pipeline-steps.tsx';
import { SourceList } from '../panel/source-list.tsx';
import { StreamingText } from '../panel/streaming-text.tsx';
import { nameStrategy } from '../panel/strategy-names.ts';
import { TraceView } from '../panel/trace-view.tsx';
import { Verdict } from '../panel/verdict.tsx';
import { describeFailure } from '../shared/describe-failure.ts';
import { Notice } from '../shared/notice.tsx';
import type { Arm } from './use-compare.ts';
import '../panel/panel.css';

export type ComparedDraftProps = { readonly state: Arm['state']; readonly currency: string };

/** What one strategy made of the ticket. */
export function ComparedDraft({ state, currency }: ComparedDraftProps): ReactNode {
  switch (state.kind) {
    case 'idle':
      return <p className="quiet">No draft yet.</p>;
    case 'drafting':
      return (
        <>
          <PipelineSteps progress={state.progress} />
          {state.progress && state.progress.text !== '' ? (
            <StreamingText text={state.progress.text} language={state.progress.language} />
          ) : null}
        </>
      );
    case 'ended':
      return <Ended outcome={state.outcome} currency={currency} />;
  }
}

function Ended({ outcome, currency }: { readonly outcome: DraftOutcome; readonly currency: string }): ReactNode {
  switch (outcome.kind) {
    case 'drafted':
      return <Drafted draft={outcome.draft} currency={currency} />;
    case 'abstained': {
      const { title, body } = describeAbstention(outcome.reason, 'the requester');
      return (
        <Notice tone="plain" icon="book" title={title}>
          {body}
        </Notice>
      );
    }
    case 'handed-over':
      return (
        <Notice tone="plain" icon="person" title="This needs a person">
          No reply is drafted for it, whatever the strategy.
        </Notice>
      );
    case 'failed': {
      const { what, next } = describeFailure(outcome.failure);
      return (
        <Notice tone="warning" icon="alert" title={what}>
          {next}
        </Notice>
      );
    }
  }
}

function Drafted({ draft, currency }: { readonly draft: Draft; readonly currency: string }): ReactNode {
  const [showsTrace, setShowsTrace] = useState(false);
  const { writer, trace } = draft;
  return (
    <>
      {writer.kind === 'embedded' && writer.because ? (
        <Notice tone="warning" icon="plug" title={describeFailure(writer.because).what}>
          The embedded drafter stood in.
        </Notice>
      ) : null}
      <p className="second num">{describeCost(trace, currency)}</p>
      <Verdict draft={draft} blocks={draft.blocks} onTrace={() => setShowsTrace(!showsTrace)} />
      {showsTrace ? (
        <TraceView
          draft={draft}
          currency={currency}
          {...(draft.strategy ? { label: `How it was made: ${nameStrategy(draft.strategy)}` } : {})}
        />
      ) : null}
      <FindingNotice draft={draft} text={toReplyText(draft.blocks)} />
      <DraftText blocks={draft.blocks} sources={draft.sources} language={draft.language} />
      <SourceList sources={draft.sources} />
    </>
  );
}

function describeCost(trace: Draft['trace'], currency: string): string {
  const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
  const tokens = trace.flatMap((stage) => stage.tokens ?? []);
  const money = trace.flatMap((stage) => stage.money ?? []);
  const requests = trace.filter((stage) => stage.asked).length;
  return [
    formatSeconds(sum(trace.map(({ ms }) => ms))),
    requests === 0 ? 'nothing sent' : `${requests} ${requests === 1 ? 'request' : 'requests'}`,
    ...(tokens.length === 0
      ? []
      : [
          formatTokens({
            input: sum(tokens.map(({ input }) => input)),
            output: sum(tokens.map(({ output }) => output)),
            isEstimated: tokens.some(({ isEstimated }) => isEstimated),
          }),
        ]),
    ...(money.length === 0 ? [] : [formatMoney(sum(money), currency)]),
  ].join(' · ');
}
