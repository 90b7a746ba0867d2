import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { OutcomeRow } from '../../utils/domain/outcome.ts';
import { ladderSteps } from '../../utils/insights/opportunity-outcome.ts';
import { IconButton } from '../shared/icon-button.tsx';
import { Segmented } from '../shared/segmented.tsx';
import type { Format } from './create-format.ts';
import { helpdeskNames } from './helpdesk-names.ts';
import { WordDiff } from '../shared/word-diff.tsx';
import './reply-drawer.css';

export type SentRow = Extract<OutcomeRow, { step: 'sent' }>;

export type ReplyDrawerProps = {
  readonly reply: SentRow;
  /** All rows of the same opportunity. */
  readonly rows: readonly OutcomeRow[];
  readonly onClose: () => void;
  readonly format: Format;
};

const views = [
  { value: 'changes', label: 'Changes' },
  { value: 'draft', label: 'Draft' },
  { value: 'sent', label: 'Sent' },
] as const;

/** One reply: its way up the ladder, and what the agent changed. The agent's name is left out: this view is about the draft. */
export function ReplyDrawer({ reply, rows, onClose, format }: ReplyDrawerProps): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const [view, setView] = useState<(typeof views)[number]['value']>('changes');
  useEffect(() => {
    if (!ref.current?.open) ref.current?.showModal();
  }, []);
  return (
    <dialog ref={ref} className="drawer" aria-labelledby="drawer-h" onClose={onClose}>
      <div className="drawer-head">
        <div className="grow">
          <p className="quiet drawer-kind">{helpdeskNames[reply.helpdesk]} · agent hidden in this view</p>
          <h2 id="drawer-h">Reply to ticket {reply.ticketId}</h2>
        </div>
        <IconButton icon="close" label="Close" onClick={() => ref.current?.close()} />
      </div>
      <div className="drawer-body">
        <Trail rows={rows} format={format} />
        <div className="row drawer-views">
          <Segmented label="View" value={view} options={views} onChange={setView} />
          <span className="grow" />
          <span className="legend">
            <span>
              <i className="legend-removed" />
              taken out
            </span>
            <span>
              <i className="legend-added" />
              added
            </span>
          </span>
        </div>
        {view === 'changes' ? (
          <WordDiff draft={reply.draftText} sent={reply.sentText} language={reply.language} />
        ) : (
          <p className="diff diff-plain wrap" lang={reply.language}>
            {view === 'draft' ? reply.draftText : reply.sentText}
          </p>
        )}
        <dl className="pairs">
          <dt>Words changed</dt>
          <dd>{format.roundPercent(reply.editShare)}</dd>
          <dt>Words kept</dt>
          <dd>{format.roundPercent(reply.retainedShare)}</dd>
          <dt>Language</dt>
          <dd>{format.language(reply.language)}</dd>
          <dt>Written by</dt>
          <dd>{reply.writer === 'embedded' ? 'embedded drafter' : reply.writer}</dd>
          <dt>Cites</dt>
          <dd className="pairs-wide">{reply.sources.map((source) => source.title).join(', ') || 'nothing'}</dd>
        </dl>
      </div>
    </dialog>
  );
}

function Trail({ rows, format }: { readonly rows: readonly OutcomeRow[]; readonly format: Format }): ReactNode {
  const trail = ladderSteps.flatMap((step) => rows.find((row) => row.step === step) ?? []);
  return (
    <ol className="trail" aria-label="Ladder">
      {trail.map((row) => (
        <li key={row.step}>
          <b>{row.step.charAt(0).toUpperCase() + row.step.slice(1)}</b>
          {row.step === 'retained' ? `${format.roundPercent(row.retainedShare)} of words` : format.moment(row.at)}
        </li>
      ))}
    </ol>
  );
}
