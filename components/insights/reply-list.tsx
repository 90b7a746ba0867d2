import { useState, type ReactNode } from 'react';
import type { OutcomeRow } from '../../utils/domain/outcome.ts';
import type { Format } from './create-format.ts';
import { nameHelpdesk } from '../../utils/domain/helpdesk-names.ts';
import { ReplyDrawer, type DraftReader, type SentRow } from './reply-drawer.tsx';
import './rate-table.css';

/** Newest replies that the tile shows. */
const SHOWN_REPLIES = 10;

export type ReplyListProps = {
  /** Rows of the period, in any order. */
  readonly rows: readonly OutcomeRow[];
  readonly onReadDraft: DraftReader;
  /** ISO 4217, of the prices. */
  readonly currency: string;
  readonly format: Format;
};

/** The newest replies that were sent from a draft; each opens what the agent changed. */
export function ReplyList({ rows, onReadDraft, currency, format }: ReplyListProps): ReactNode {
  const [open, setOpen] = useState<SentRow>();
  const sent = rows.filter((row) => row.step === 'sent').toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className="tile" id="replies" aria-labelledby="replies-h">
      <div className="tile-head">
        <h2 id="replies-h">Newest replies</h2>
        <span className="grow">sent from a draft, {format.count(sent.length)} in all</span>
      </div>
      {sent.length === 0 ? (
        <p className="second">No reply that began as a draft has been found in the helpdesk yet.</p>
      ) : (
        <div className="table-scroll" role="region" aria-label="Newest replies, table" tabIndex={0}>
          <table className="table">
            <caption className="visually-hidden">Newest replies sent from a draft</caption>
            <thead>
              <tr>
                <th scope="col">Ticket</th>
                <th scope="col">Sent</th>
                <th scope="col">Cites</th>
                <th scope="col" className="end">
                  Words changed
                </th>
                <th scope="col" className="end">
                  Words kept
                </th>
              </tr>
            </thead>
            <tbody>
              {sent.slice(0, SHOWN_REPLIES).map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <button type="button" className="link-button" onClick={() => setOpen(row)}>
                      #{row.ticketId}
                      <span className="visually-hidden">, what was changed</span>
                    </button>{' '}
                    <span className="dim">{nameHelpdesk(row.helpdesk)}</span>
                  </th>
                  <td className="num second">{format.moment(row.at)}</td>
                  <td className="second">{row.sources.map((source) => source.title).join(', ') || 'nothing'}</td>
                  <td className="end">{format.roundPercent(row.editShare)}</td>
                  <td className="end">{format.roundPercent(row.retainedShare)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open ? (
        <ReplyDrawer
          key={open.id}
          reply={open}
          rows={rows.filter((row) => row.opportunityId === open.opportunityId)}
          onReadDraft={onReadDraft}
          currency={currency}
          onClose={() => setOpen(undefined)}
          format={format}
        />
      ) : null}
    </section>
  );
}
