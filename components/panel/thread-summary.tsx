import type { ReactNode } from 'react';
import type { ThreadSummary } from '../../utils/domain/triage.ts';
import { Icon } from '../shared/icon.tsx';
import './handed-over.css';

/** One line under the ticket's header that opens to goal, blocks, promised, next; nothing for a thread that says nothing. */
export function ThreadSummaryLine({ summary }: { readonly summary: ThreadSummary }): ReactNode {
  const line = summary.goal || summary.blocks || summary.next;
  if (line === '') return null;
  return (
    <details className="summary">
      <summary>
        <Icon name="chevron-right" size="sm" />
        <span className="summary-open">Summary</span>
        <span className="summary-line">
          {summary.goal === '' ? '' : 'Wants: '}
          <span lang={summary.language}>{line}</span>
        </span>
      </summary>
      <SummaryFacts summary={summary} />
    </details>
  );
}

/** The parts of a summary that have something to say, in the words of the thread. */
export function SummaryFacts({ summary }: { readonly summary: ThreadSummary }): ReactNode {
  const parts = [
    ['Goal', [summary.goal]],
    ['Blocks', [summary.blocks]],
    ['Promised', summary.promised],
    ['Next', [summary.next]],
  ] as const;
  return (
    <dl className="facts">
      {parts.map(([label, texts]) => {
        const said = texts.filter((text) => text !== '');
        if (said.length === 0 && label !== 'Promised') return null;
        return (
          <div className="facts-row" key={label}>
            <dt>{label}</dt>
            {said.length === 0 ? <dd>Nothing yet.</dd> : null}
            {said.map((text) => (
              <dd key={text} className="wrap" lang={summary.language}>
                {text}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
