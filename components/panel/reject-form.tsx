import { useState, type ReactNode } from 'react';
import type { DraftSource, RejectionReason } from '../../utils/domain/draft.ts';
import { Icon } from '../shared/icon.tsx';
import { Key } from '../shared/key.tsx';
import { rejectionReasons } from './describe-view.ts';
import { describeAge } from './format.ts';

export type Rejection = {
  readonly reason: RejectionReason | undefined;
  readonly source: number | undefined;
  readonly note: string;
};
export const noRejection: Rejection = { reason: undefined, source: undefined, note: '' };

export type RejectFormProps = {
  readonly value: Rejection;
  readonly sources: readonly DraftSource[];
  readonly onChange: (value: Rejection) => void;
};

/** One key per reason; then, where it helps, which source. */
export function RejectForm({ value, sources, onChange }: RejectFormProps): ReactNode {
  const [group] = useState(() => `source-${Math.trunc(performance.now())}`);
  const asksSource = value.reason === 'fact-wrong' || value.reason === 'source-outdated';
  return (
    <>
      <div className="quiet-state">
        <h3>What was wrong with it?</h3>
        <p>One key is enough. The draft is put aside, not deleted.</p>
      </div>
      <div className="reasons" role="radiogroup" aria-label="Reason">
        {rejectionReasons.map(([reason, label], index) => (
          <button
            key={reason}
            type="button"
            className="reason"
            role="radio"
            aria-checked={value.reason === reason}
            onClick={() => onChange({ ...value, reason })}
          >
            <Key>{index + 1}</Key>
            <span>{label}</span>
            <Icon name="check" />
          </button>
        ))}
      </div>
      {asksSource && sources.length > 0 ? (
        <fieldset className="card">
          <legend className="strong">Which source?</legend>
          {sources.map(({ number, passage }) => (
            <label key={number} className="row">
              <input
                className="check"
                type="radio"
                name={group}
                checked={value.source === number}
                onChange={() => onChange({ ...value, source: number })}
              />
              <span>
                {number} · {passage.title} <span className="old">{describeAge(passage.updatedAt ?? passage.fetchedAt)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <label className="field">
        <span className="field-label">
          Anything to add? <span className="quiet">Optional</span>
        </span>
        <input
          className="input"
          value={value.note}
          maxLength={1000}
          onChange={(event) => onChange({ ...value, note: event.target.value })}
        />
      </label>
      <p className="quiet">Insights shows the reason and the source, not who typed the note.</p>
    </>
  );
}
