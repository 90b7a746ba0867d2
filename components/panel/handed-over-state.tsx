import type { ReactNode } from 'react';
import type { DraftOutcome } from '../../utils/domain/draft.ts';
import type { Ticket } from '../../utils/domain/ticket.ts';
import type { RiskFinding } from '../../utils/domain/triage.ts';
import { describeRisks } from '../../utils/drafting/risk/describe-risks.ts';
import { countWords } from '../../utils/drafting/summary/trim-words.ts';
import { Tag } from '../shared/tag.tsx';
import { QuietState } from './quiet-state.tsx';
import { quoteMessage } from './quoted-words.ts';
import { SummaryFacts } from './thread-summary.tsx';
import './handed-over.css';

export type HandedOverStateProps = {
  readonly outcome: Extract<DraftOutcome, { kind: 'handed-over' }>;
  readonly ticket: Ticket;
};

/** No draft, and why: what was found in the requester's words, and what whoever takes the ticket should know. */
export function HandedOverState({ outcome, ticket }: HandedOverStateProps): ReactNode {
  const { risks, summary, triage, language } = outcome;
  const kinds = risks.filter(({ level }) => level === 'hand-over').map(({ kind }) => kind);
  const words = [summary.goal, summary.blocks, ...summary.promised, summary.next].reduce(
    (sum, part) => sum + countWords(part),
    0,
  );
  return (
    <>
      <QuietState icon="person" tone="blocking" title="This needs a person">
        <p>
          {describeRisks(kinds)} Deskside does not draft {kinds.length > 1 ? 'replies to these' : 'a reply to this'}.
        </p>
      </QuietState>
      <RiskQuotes risks={risks} ticket={ticket} language={language} />
      <section className="card" aria-label="Case summary">
        <h3 className="section-title">
          Ready for whoever takes it <span className="num">{words} words</span>
        </h3>
        <SummaryFacts summary={summary} />
      </section>
      {triage.tags.length === 0 ? null : (
        <p className="second suggested-tags">
          Suggested tags{' '}
          {triage.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </p>
      )}
    </>
  );
}

/** The message's words around what was found, which is marked; one paragraph a message, newest last. */
function RiskQuotes({
  risks,
  ticket,
  language,
}: {
  readonly risks: readonly RiskFinding[];
  readonly ticket: Ticket;
  readonly language: string;
}): ReactNode {
  const quotes = risks.flatMap((risk) => risk.quotes);
  const shown = ticket.messages.map(({ id }) => id);
  const ids = [...new Set(quotes.map(({ messageId }) => messageId))].toSorted((a, b) => shown.indexOf(a) - shown.indexOf(b));
  return (
    <section aria-label="What it says">
      <h3 className="section-title">In the requester’s words</h3>
      {ids.map((id) => {
        const pieces = quoteMessage(
          ticket.messages.find((message) => message.id === id),
          quotes.filter(({ messageId }) => messageId === id),
        );
        let at = 0;
        return (
          <p key={id} className="read claim-quote wrap risk-words" lang={language}>
            {pieces.map(({ text, isMarked }) => {
              at += text.length;
              return isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
            })}
          </p>
        );
      })}
    </section>
  );
}
