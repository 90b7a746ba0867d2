import type { ReactNode } from 'react';
import './rate-figure.css';

/** A heading whose rule is one click away: how exactly the number under it is counted. */
export function RuleText({ heading, rules }: { readonly heading: ReactNode; readonly rules: readonly string[] }): ReactNode {
  return (
    <details className="rule">
      <summary className="rate-head">
        {heading}
        <span className="link-button">{rules.length > 2 ? 'Rules' : 'Rule'}</span>
      </summary>
      <div className="rule-text">
        {rules.map((rule) => (
          <p key={rule}>{rule}</p>
        ))}
      </div>
    </details>
  );
}
