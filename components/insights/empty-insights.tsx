import type { ReactNode } from 'react';
import { MIN_RATE_N } from '../../utils/insights/rate.ts';

export type EmptyInsightsProps = {
  /** Rows exist, but none in this period and these filters. */
  readonly filtered: boolean;
  readonly onShowAll: () => void;
};

const parts = [
  [
    'From ticket to kept reply',
    'With the first ticket: how many were eligible, offered a draft, seen, inserted, sent and retained, and why the others were not.',
  ],
  ['Strict and loose acceptance', `From ${MIN_RATE_N} offered drafts on, with a 95% interval. Until then you see the counts.`],
  ['By day, agent and source', 'As soon as a reply was sent: which articles carry replies that are kept, and which need a look.'],
] as const;

/** Insights before there is anything to count: what will be here, and when. */
export function EmptyInsights({ filtered, onShowAll }: EmptyInsightsProps): ReactNode {
  if (filtered) {
    return (
      <section className="tile empty" aria-labelledby="empty-h">
        <h2 id="empty-h">No tickets in this period</h2>
        <p className="second">There are outcomes outside this period or these filters.</p>
        <p>
          <button type="button" className="link-button" onClick={onShowAll}>
            Show everything
          </button>
        </p>
      </section>
    );
  }
  return (
    <section className="tile empty" aria-labelledby="empty-h">
      <h2 id="empty-h">Nothing to count yet</h2>
      <p className="second">
        Open a ticket that waits for a reply in your helpdesk, with the Deskside panel beside it. It appears here at once, and
        every step after it.
      </p>
      <ul className="empty-parts">
        {parts.map(([title, when]) => (
          <li key={title}>
            <h3>{title}</h3>
            <p className="second">{when}</p>
          </li>
        ))}
      </ul>
      <p className="quiet">Outcomes stay in this browser. How long they are kept is set under Options → Privacy.</p>
    </section>
  );
}
