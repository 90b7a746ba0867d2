import type { ReactNode } from 'react';
import type { Source } from '../../utils/domain/passage.ts';
import { count } from './source-time.ts';

/** More rows than this help nobody; the rest is counted. */
const MAX_SHOWN = 200;

/** What could not be read, each with the reason. */
export function SourceUnreadable({ unreadable }: { readonly unreadable: Source['unreadable'] }): ReactNode {
  if (unreadable.length === 0) return null;
  const rest = unreadable.length - MAX_SHOWN;
  return (
    <details className="knowledge-unreadable">
      <summary className="link-button">
        {unreadable.length === 1
          ? 'One item was not read, and why'
          : `${count(unreadable.length, 'item')} were not read, and why`}
      </summary>
      <dl>
        {unreadable.slice(0, MAX_SHOWN).map(({ name, reason }, index) => (
          <div key={`${index} ${name}`}>
            <dt className="mono">{name}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
      {rest > 0 ? <p className="quiet">And {count(rest, 'more item')}.</p> : null}
    </details>
  );
}
