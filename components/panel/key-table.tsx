import type { ReactNode } from 'react';
import { Key } from '../shared/key.tsx';
import { keyHelp } from './keys.ts';

/** All keys of the panel and what they do. */
export function KeyTable(): ReactNode {
  return (
    <>
      <h2 className="section-title">Keys</h2>
      <dl className="panel-keys">
        {keyHelp.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Key>{key}</Key>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
