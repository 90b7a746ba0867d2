import type { CSSProperties, ReactNode } from 'react';
import type { Draft, DraftBlock, DraftSentence } from '../../utils/domain/draft.ts';
import { LinkButton } from '../shared/link-button.tsx';
import { Tag } from '../shared/tag.tsx';

export type VerdictProps = {
  readonly draft: Draft;
  /** The reply as it stands. */
  readonly blocks: readonly DraftBlock[];
  /** Absent where there is nothing to scroll. */
  readonly onNextUnsupported?: () => void;
  /** Opens how the draft was made. */
  readonly onTrace: () => void;
};

/** The two-second check: a figure (or the honest word that there is none yet), one segment per sentence, one line of result. */
export function Verdict({ draft, blocks, onNextUnsupported, onTrace }: VerdictProps): ReactNode {
  const sentences = blocks.flatMap((block) => block.lines.flat());
  const claims = sentences.filter(({ support }) => support !== 'plain');
  const supported = claims.filter(({ support }) => support !== 'unsupported').length;
  const isQuoted = claims.length > 0 && claims.every(({ support }) => support === 'quoted');
  const line = describeSupport(supported, claims.length, isQuoted);
  return (
    <div role="group" className="verdict" aria-label="Confidence and support">
      <div className="between">
        <ConfidenceFigure draft={draft} onTrace={onTrace} />
      </div>
      <div className="support">
        <SupportStrip sentences={sentences} label={line} />
        <p className="support-line">
          <span className="row">
            <span className={`support-mark support-mark-${supported === claims.length ? 'supported' : 'unsupported'}`} />
            {line}
          </span>
          {supported < claims.length && onNextUnsupported ? <LinkButton onClick={onNextUnsupported}>Show next</LinkButton> : null}
          {draft.writer.kind === 'embedded' ? <Tag>Embedded</Tag> : null}
        </p>
      </div>
    </div>
  );
}

function ConfidenceFigure({ draft: { confidence }, onTrace }: Pick<VerdictProps, 'draft' | 'onTrace'>): ReactNode {
  const why = <LinkButton onClick={onTrace}>How it was made</LinkButton>;
  if (confidence.kind === 'calibrated') {
    return (
      <>
        <p className="confidence">
          <span className="confidence-figure">
            {confidence.keptProbability.toLocaleString(navigator.language, { style: 'percent' })}
          </span>
          <span className="confidence-word">likely kept</span>
        </p>
        <p className="verdict-basis">
          <span className="quiet">from {confidence.outcomes} like it</span>
          {why}
        </p>
      </>
    );
  }
  return (
    <>
      <p className="confidence">
        <span className="confidence-word">Uncalibrated</span>
      </p>
      <p className="verdict-basis">
        <span className="quiet">{confidence.outcomes < 30 ? 'fewer than 30 outcomes yet' : 'not fitted yet'}</span>
        {why}
      </p>
    </>
  );
}

const segments = {
  plain: 'seg-plain',
  quoted: 'seg-supported',
  supported: 'seg-supported',
  unsupported: 'seg-unsupported',
} as const;

/** One segment per sentence, as wide as it is long; a thin line where there is nothing to check. */
export function SupportStrip({
  sentences,
  label,
}: {
  readonly sentences: readonly DraftSentence[];
  readonly label: string;
}): ReactNode {
  return (
    <div className="support-strip" role="img" aria-label={label}>
      {sentences.map(({ text, support }, index) => (
        <span key={index} className={segments[support]} style={{ '--w': Math.max(1, text.length / 20) } as CSSProperties} />
      ))}
    </div>
  );
}

function describeSupport(supported: number, claims: number, isQuoted: boolean): string {
  if (claims === 0) return 'Nothing to check';
  const noun = claims === 1 ? 'statement' : 'statements';
  if (supported < claims) return `${supported} of ${claims} ${noun} supported`;
  return `${claims === 1 ? 'The' : `All ${claims}`} ${noun} ${isQuoted ? 'quoted' : 'supported'}`;
}
