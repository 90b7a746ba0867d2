import { describeFailure } from '../../components/shared/describe-failure.ts';
import type { Failure } from '../../utils/domain/failure.ts';

/** What happened to the model and what to do on the command line, where there are no Options to open. */
export function describeStandIn(failure: Failure): string {
  const { what } = describeFailure(failure);
  return `${what} ${toNextStep(failure)}`;
}

function toNextStep(failure: Failure): string {
  const { kind } = failure;
  if (kind === 'backend-unreachable') return 'Check that the server runs and that --endpoint names its port.';
  if (kind === 'backend-garbled') return 'Check --endpoint: with most servers it ends in /v1.';
  if (kind === 'model-nonsense') return 'It was asked twice. Try again, or give another --model.';
  if (kind !== 'backend-rejected') return describeFailure(failure).next;
  const { status, said } = failure;
  if (status === 401 || status === 403) return 'Set DESKSIDE_KEY to a valid key.';
  if (status === 404) return 'Check --model, and that --endpoint ends as the server wants it, most often in /v1.';
  if (status === 429) return 'Wait a minute, then try again.';
  return said === '' ? 'Look into the server’s log.' : `It said: ${said}`;
}
