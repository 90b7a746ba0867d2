import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Draft, DraftId } from '../../utils/domain/draft.ts';
import type { OutcomeRow } from '../../utils/domain/outcome.ts';
import { ladderSteps } from '../../utils/insights/opportunity-outcome.ts';
import { TraceView } from '../panel/trace-view.tsx';
import { IconButton } from '../shared/icon-button.tsx';
import { Segmented } from '../shared/segmented.tsx';
import type { Format } from './create-format.ts';
import { nameHelpdesk } from '../../utils/domain/helpdesk-names.ts';
import { WordDiff } from '../shared/word-diff.tsx';
import './reply-drawer.css';

export type SentRow = Extract<OutcomeRow, { step: 'sent' }>;

export type ReplyDrawerProps = {
  readonly reply: SentRow;
  /** All rows of the same opportunity. */
  readonly rows: readonly OutcomeRow[];
  /** The draft as it was offered; `undefined` when it is not kept any more. */
  readonly onReadDraft: DraftReader;
  /** ISO 4217, of the prices. */
  readonly currency: string;
  readonly onClose: () => void;
  readonly format: Format;
};

export type DraftReader = (id: DraftId) => Promise<Draft | undefined>;

const views = [
  { value: 'changes', label: 'Changes' },
  { value: 'draft', label: 'Draft' },
  { value: 'sent', label: 'Sent' },
  { value: 'trace', label: 'How it was made' },
] as const;

/** One reply: its way up the ladder, and what the agent changed. The agent's name is left out: this view is about the draft. */
export function ReplyDrawer({ reply, rows, onReadDraft, currency, onClose, format }: ReplyDrawerProps): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const [view, setView] = useState<(typeof views)[number]['value']>('changes');
  useEffect(() => {
    if (!ref.current?.open) ref.current?.showModal();
  }, []);
  return (
    <dialog ref={ref} className="drawer" aria-labelledby="drawer-h" onClose={onClose}>
      <div className="drawer-head">
        <div className="grow">
          <p className="quiet drawer-kind">{nameHelpdesk(reply.helpdesk)} · agent hidden in this view</p>
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
        {view === 'trace' ? (
          <Trace draftId={reply.draftId} onReadDraft={onReadDraft} currency={currency} />
        ) : view === 'changes' ? (
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

/** Stages, tokens and cost of the draft; its texts are with it as long as the draft is kept. */
function Trace({
  draftId,
  onReadDraft,
  currency,
}: Pick<ReplyDrawerProps, 'onReadDraft' | 'currency'> & { readonly draftId: DraftId }): ReactNode {
  const [read, setRead] = useState<{ readonly draft: Draft | undefined }>();
  useEffect(() => {
    let isLeft = false;
    void onReadDraft(draftId).then((draft) => isLeft || setRead({ draft }));
    return () => {
      isLeft = true;
    };
    // The reader is made anew at each drawing; what it does is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [draftId]);
  if (!read) return <p className="second">Looking for the draft…</p>;
  return read.draft ? (
    <TraceView draft={read.draft} currency={currency} />
  ) : (
    <p className="second">This draft is not kept on this device any more.</p>
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
