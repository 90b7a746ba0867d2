import type { ReactNode } from 'react';
import type { ConnectionStep } from '../../../utils/messaging/contract.ts';
import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icon.tsx';

export type ConnectionState =
  | { readonly kind: 'untested' }
  | { readonly kind: 'testing' }
  | { readonly kind: 'tested'; readonly steps: readonly ConnectionStep[] };

export type ConnectionTestProps = { readonly state: ConnectionState; readonly onTest: () => void };

/** The button that tries the backend, and what each try found. */
export function ConnectionTest({ state, onTest }: ConnectionTestProps): ReactNode {
  return (
    <div className="test">
      <div className="row">
        <Button
          variant="outline"
          icon="refresh"
          onClick={onTest}
          disabledReason={state.kind === 'testing' ? 'Testing' : undefined}
        >
          Test connection
        </Button>
        <span className="quiet num" role="status">
          {describeState(state)}
        </span>
      </div>
      {state.kind === 'tested' ? (
        <ul className="test-list">
          {state.steps.map(({ ok, said, ms }, index) => (
            <li key={`${index} ${said}`}>
              <Icon name={ok ? 'check' : 'alert'} className={ok ? 'good' : 'careful'} />
              <span>
                <span className="visually-hidden">{ok ? 'Passed: ' : 'Failed: '}</span>
                {said}
              </span>
              <span className="quiet num">{toSeconds(ms)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function describeState(state: ConnectionState): string {
  switch (state.kind) {
    case 'untested':
      return '';
    case 'testing':
      return 'Asking the service…';
    case 'tested': {
      const failed = state.steps.filter((step) => !step.ok).length;
      return failed === 0 ? 'All passed. Save to use it.' : `${failed} of ${state.steps.length} failed.`;
    }
    default:
      return assertNever(state);
  }
}

const seconds = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'second',
  unitDisplay: 'narrow',
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
});
const toSeconds = (ms: number): string => seconds.format(ms / 1000);

function assertNever(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
