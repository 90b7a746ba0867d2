import type { ReactNode } from 'react';
import { strategies, type StrategyId } from '../../utils/domain/strategy.ts';
import { describeNeed, describeStrategy, nameStrategy } from '../panel/strategy-names.ts';
import { Button } from '../shared/button.tsx';
import { Logo } from '../shared/logo.tsx';
import { ComparedDraft } from './compared-draft.tsx';
import type { CompareActions, CompareValue, Side } from './use-compare.ts';
import './compare.css';

export type ComparePageProps = { readonly value: CompareValue; readonly actions: CompareActions };

const sides = [
  ['left', 'First strategy'],
  ['right', 'Second strategy'],
] as const;

/** One ticket, two ways to draft it, side by side with what each took and cost. */
export function ComparePage({ value, actions }: ComparePageProps): ReactNode {
  const { ticket, arms, missing, currency } = value;
  const isDrafting = Object.values(arms).some(({ state }) => state.kind === 'drafting');
  const lacking = sides.map(([side]) => missing[arms[side].strategy]).find((need) => need !== undefined);
  return (
    <main className="compare">
      <header className="compare-head">
        <Logo />
        <h1>Compare strategies</h1>
        {ticket ? (
          <p className="second wrap">
            <span className="num">#{ticket.id}</span> {ticket.subject || 'No subject'} · {ticket.requester.name}
          </p>
        ) : (
          <p className="second">Open a ticket in its tab, then choose Compare in the panel beside it.</p>
        )}
        <p className="row">
          <Button
            variant="primary"
            disabledReason={ticket ? (lacking ? describeNeed(lacking) : undefined) : 'No ticket is open in that tab.'}
            onClick={actions.onRun}
          >
            Draft both
          </Button>
          {isDrafting ? <Button onClick={actions.onStop}>Stop</Button> : null}
          {lacking ? (
            <>
              <span className="second">{describeNeed(lacking)}</span>
              <Button onClick={actions.onOpenOptions}>Open options</Button>
            </>
          ) : null}
        </p>
      </header>
      <div className="compare-arms">
        {sides.map(([side, label]) => (
          <section key={side} className="compare-arm" aria-label={label}>
            <StrategySelect side={side} label={label} value={arms[side].strategy} onStrategy={actions.onStrategy} />
            <p className="second">{describeStrategy(arms[side].strategy)}</p>
            <div className="compare-draft">
              <h2 className="visually-hidden">{nameStrategy(arms[side].strategy)}</h2>
              <ComparedDraft state={arms[side].state} currency={currency} />
            </div>
          </section>
        ))}
      </div>
      <p className="quiet">Drafts made here are not kept, not counted as offered, and cannot be inserted.</p>
    </main>
  );
}

function StrategySelect(props: {
  readonly side: Side;
  readonly label: string;
  readonly value: StrategyId;
  readonly onStrategy: CompareActions['onStrategy'];
}): ReactNode {
  const { side, label, value, onStrategy } = props;
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = strategies.find(({ id }) => id === event.target.value);
          if (chosen) onStrategy(side, chosen.id);
        }}
      >
        {strategies.map(({ id }) => (
          <option key={id} value={id}>
            {nameStrategy(id)}
          </option>
        ))}
      </select>
    </label>
  );
}
