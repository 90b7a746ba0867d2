import type { ReactNode } from 'react';
import type { Failure } from '../../utils/domain/failure.ts';
import type { ListedReply } from '../../utils/messaging/recall-schemas.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import type { Format } from './create-format.ts';
import { describeNewWords } from './describe-new-words.ts';
import { nameHelpdesk } from '../../utils/domain/helpdesk-names.ts';
import './rate-table.css';
import './recall-list.css';

export type RecallState =
  | { readonly kind: 'looking' }
  /** `total` counts those that are not in `replies` too. */
  | { readonly kind: 'listed'; readonly replies: readonly ListedReply[]; readonly total: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type RecallListProps = { readonly state: RecallState; readonly format: Format };

/** Replies that were sent and rest on words which their article no longer has: whom to write again, and about what. */
export function RecallList({ state, format }: RecallListProps): ReactNode {
  return (
    <section className="tile" id="recalled" aria-labelledby="recalled-h">
      <div className="tile-head">
        <h2 id="recalled-h">Replies that rested on changed articles</h2>
        {state.kind === 'listed' && state.total > 0 ? (
          <span className="grow">newest first, {format.count(state.total)} in all, of any period</span>
        ) : null}
      </div>
      {drawState(state, format)}
    </section>
  );
}

function drawState(state: RecallState, format: Format): ReactNode {
  switch (state.kind) {
    case 'looking':
      return <p className="second">Sent replies are being compared with their articles.</p>;
    case 'failed': {
      const { what, next } = describeFailure(state.failure);
      return (
        <p className="second" role="alert">
          {what} {next}
        </p>
      );
    }
    case 'listed':
      return state.replies.length === 0 ? (
        <p className="second">
          None. When an article changes in words that a sent reply rests on, the reply is listed here with what was said then and
          what holds now.
        </p>
      ) : (
        <>
          <RecallTable replies={state.replies} format={format} />
          {state.total > state.replies.length ? (
            <p className="quiet">{format.count(state.total - state.replies.length)} older ones are not shown.</p>
          ) : null}
        </>
      );
  }
}

function RecallTable({ replies, format }: { readonly replies: readonly ListedReply[]; readonly format: Format }): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label="Replies that rested on changed articles, table" tabIndex={0}>
      <table className="table recall-table">
        <caption className="visually-hidden">Sent replies whose articles no longer say what the reply rests on</caption>
        <thead>
          <tr>
            {['Ticket', 'Sent', 'Article', 'Old words', 'New words'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {replies.flatMap(({ draftId, lock, subject, sentAt, passages }) =>
            passages.map((passage) => (
              <tr key={`${draftId} ${passage.source}`}>
                <th scope="row" className="wrap">
                  #{lock.ticketId} <span className="dim">{nameHelpdesk(lock.helpdesk)}</span>
                  <br />
                  <span className="second">{subject}</span>
                </th>
                <td className="num second">{format.moment(sentAt)}</td>
                <td className="wrap" lang={passage.old.locale}>
                  {passage.old.title}
                </td>
                <td className="wrap" lang={passage.old.locale}>
                  <del>{passage.gone.join(' ')}</del>
                </td>
                <td className="wrap">
                  <NewWords passage={passage} format={format} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

function NewWords({
  passage,
  format,
}: {
  readonly passage: ListedReply['passages'][number];
  readonly format: Format;
}): ReactNode {
  const words = describeNewWords(passage);
  return (
    <>
      {words.kind === 'words' ? <ins lang={words.locale}>{words.text}</ins> : <span className="second">{words.said}</span>}
      {passage.change.kind === 'changed' ? (
        <>
          <br />
          <span className="dim">changed {format.moment(passage.change.changedAt)}</span>
        </>
      ) : null}
    </>
  );
}
