import { describeFailure } from '../../components/shared/describe-failure.ts';
import type { Failure } from '../../utils/domain/failure.ts';

/** What happened to the model and what to do on the command line, where there are no Options to open. */
export function describeStandIn(failure: Failure): string {
  const { what } = describeFailure(failure);
  return `${what} ${toNextStep(failure)}`;
}

function toNextStep(failure: Failure): string {
  switch (failure.kind) {
    case 'backend-unreachable':
      return 'Check that the server runs and that --endpoint names its port.';
    case 'backend-rejected':
      if (failure.status === 401 || failure.status === 403) return 'Set DESKSIDE_KEY to a valid key.';
      if (failure.status === 404) return 'Check --model, and that --endpoint ends as the server wants it, most often in /v1.';
      if (failure.status === 429) return 'Wait a minute, then try again.';
      return failure.said === '' ? 'Look into the server’s log.' : `It said: ${failure.said}`;
    case 'backend-garbled':
      return 'Check --endpoint: with most servers it ends in /v1.';
    case 'model-nonsense':
      return 'It was asked twice. Try again, or give another --model.';
    default:
      return describeFailure(failure).next;
  }
}
