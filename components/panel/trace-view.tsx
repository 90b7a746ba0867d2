import type { ReactNode } from 'react';
import type { Draft, StageName, StageTrace } from '../../utils/domain/draft.ts';
import { Icon } from '../shared/icon.tsx';
import { formatMoney, formatPercent, formatSeconds, formatTokens } from './format.ts';
import { nameStrategy } from './strategy-names.ts';
import './trace.css';

const stageNames: Record<StageName, string> = {
  redact: 'Hide personal details',
  understand: 'Understand the ticket',
  retrieve: 'Find passages',
  draft: 'Draft',
  ground: 'Correct and cite',
  check: 'Check each sentence',
  policy: 'Check the rules',
  style: 'Style',
  extras: 'Intent and summary',
  confidence: 'Confidence',
};

export type TraceViewProps = {
  readonly draft: Pick<Draft, 'trace' | 'strategy' | 'voice'>;
  readonly currency: string;
  /** Where two stand on one page, each has its own. */
  readonly label?: string;
};

/** How this draft came about: every stage with what it was given and gave, what it took and cost. */
export function TraceView({
  draft: { trace, strategy, voice },
  currency,
  label = 'How this draft was made',
}: TraceViewProps): ReactNode {
  const ms = trace.reduce((sum, stage) => sum + stage.ms, 0);
  const made = [strategy ? nameStrategy(strategy) : '', voice ? `voice ${voice.name}, version ${voice.version}` : '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <section aria-label={label} className="trace">
      <h2 className="trace-title">How this draft was made</h2>
      <p className="second">
        {made === '' ? '' : `${made} · `}
        {formatSeconds(ms)}
      </p>
      {trace.map((stage, index) => (
        <Stage key={index} stage={stage} currency={currency} />
      ))}
    </section>
  );
}

function Stage({ stage, currency }: { readonly stage: StageTrace; readonly currency: string }): ReactNode {
  const { passages = [], input = [], output = '', asked, tokens, money } = stage;
  const cost = [
    stage.did === 'ran' ? formatSeconds(stage.ms) : 'not run',
    ...(tokens ? [formatTokens(tokens)] : []),
    ...(money === undefined ? [] : [formatMoney(money, currency)]),
  ].join(' · ');
  const isBare = passages.length === 0 && input.length === 0 && output === '';
  const head = (
    <>
      <span className="grow">{stageNames[stage.stage]}</span>
      <span className="quiet num">{cost}</span>
    </>
  );
  if (isBare) {
    return (
      <div className="ledger-part">
        <p className="trace-head">
          <span />
          {head}
        </p>
        <p className="trace-note quiet">{stage.note}</p>
      </div>
    );
  }
  return (
    <details className="ledger-part">
      <summary>
        <Icon name="chevron-right" size="sm" />
        {head}
      </summary>
      <p className="trace-note second">
        {stage.note}
        {asked ? ` · ${asked.host || 'on this device'}` : ''}
      </p>
      {passages.length === 0 ? null : (
        <ul className="trace-passages">
          {passages.map(({ id, title, share }) => (
            <li key={id}>
              <span className="grow">{title}</span>
              <span className="quiet num">{share === undefined ? '' : `${formatPercent(share)} of the reply`}</span>
            </li>
          ))}
        </ul>
      )}
      {input.map(({ name, text, tokens: size }) => (
        <details key={name} className="trace-part">
          <summary>
            <Icon name="chevron-right" size="sm" />
            <span className="grow">Given: {name}</span>
            <span className="quiet num">{size.toLocaleString(navigator.language)} tokens</span>
          </summary>
          <pre className="payload">{text}</pre>
        </details>
      ))}
      {output === '' ? null : (
        <details className="trace-part">
          <summary>
            <Icon name="chevron-right" size="sm" />
            Gave
          </summary>
          <pre className="payload">{output}</pre>
        </details>
      )}
    </details>
  );
}
