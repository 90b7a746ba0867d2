import { useRef, type ReactNode } from 'react';
import { Button } from '../../shared/button.tsx';
import { Notice } from '../../shared/notice.tsx';
import { Progress } from '../../shared/progress.tsx';
import { SettingsSection } from '../settings-section.tsx';
import './triage.css';

export type FittedTriage = {
  readonly labels: readonly string[];
  readonly fittedOn: number;
  readonly heldOut: { readonly tickets: number; readonly accuracy: number };
};

export type TriageValue = {
  /** The team's own classifier; absent: the general one serves. */
  readonly own: FittedTriage | undefined;
  readonly fitting: { readonly share: number; readonly tickets: number } | undefined;
  /** Why the last file could not be used, in plain words; empty when it could. */
  readonly problem: string;
};

export type TriageActions = {
  readonly onFit: (file: File) => void;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
};

export type TriageSectionProps = { readonly value: TriageValue; readonly actions: TriageActions };

/** What tickets are about: general support intents, or the team's own, learnt in this browser from tagged tickets. */
export function TriageSection({ value: { own, fitting, problem }, actions }: TriageSectionProps): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <SettingsSection
      id="triage"
      title="Intents"
      lead="What a ticket is about, told in this browser. General support intents come with Deskside; your own tagged tickets teach it yours."
    >
      {own ? <OwnModel own={own} onRemove={actions.onRemove} /> : <p className="second">27 general support intents are used.</p>}
      {problem === '' ? null : (
        <div>
          <Notice tone="warning" icon="alert" title="Nothing was learnt">
            {problem}
          </Notice>
        </div>
      )}
      {fitting ? (
        <div className="fitting">
          <p className="second" role="status">
            Learning from {fitting.tickets.toLocaleString()} tickets. You can go on working meanwhile.
          </p>
          <Progress label="Learning" value={fitting.share} />
          <p>
            <Button variant="outline" size="sm" onClick={actions.onCancel}>
              Cancel
            </Button>
          </p>
        </div>
      ) : (
        <p className="row row-wrap">
          <input
            ref={picker}
            type="file"
            accept=".csv,.jsonl,.json,.txt"
            className="visually-hidden"
            aria-label="File with tagged tickets"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) actions.onFit(file);
              event.target.value = '';
            }}
          />
          <Button variant="outline" icon="file" onClick={() => picker.current?.click()}>
            Learn from tagged tickets
          </Button>
          <span className="second">
            CSV or JSONL with “text” and “label”, at least 10 tickets a label. It never leaves this device.
          </span>
        </p>
      )}
    </SettingsSection>
  );
}

/** Fewer than this say little of how often it is right. */
const MIN_HELD_OUT = 30;

function OwnModel({ own, onRemove }: { readonly own: FittedTriage; readonly onRemove: () => void }): ReactNode {
  const { tickets, accuracy } = own.heldOut;
  const right = accuracy.toLocaleString(navigator.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <div className="between row-wrap">
      <p>
        <b>{own.labels.length} intents of yours</b>
        <span className="second">
          {', '}learnt from {own.fittedOn.toLocaleString()} tickets.{' '}
          {tickets < MIN_HELD_OUT
            ? `Right on ${Math.round(accuracy * tickets)} of ${tickets} tickets held back: too few to say more.`
            : `Right on ${right} of ${tickets.toLocaleString()} tickets held back.`}
        </span>
      </p>
      <Button onClick={onRemove}>Use the general ones</Button>
    </div>
  );
}
