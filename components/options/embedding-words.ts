import type { Failure } from '../../utils/domain/failure.ts';
import type { EmbeddingRun, EmbeddingState } from '../../utils/storage/embedding-state.ts';
import { describeFailure, type FailureText } from '../shared/describe-failure.ts';
import { toHost } from './check-endpoint.ts';
import type { EmbeddingCost } from './embedding-actions.ts';
import { count, describeMoment } from './source-time.ts';

const number = new Intl.NumberFormat('en');
const money = new Intl.NumberFormat('en', { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** How a run stands, in a few words and a sentence. */
export function describeRun(
  { run, serving }: EmbeddingState,
  nowMs: number,
): { readonly title: string; readonly detail: string } | undefined {
  if (!run) return undefined;
  const far = `${number.format(run.done)} of ${count(run.total, 'passage')}`;
  const by = nameModel(run);
  const isServing = serving !== undefined && nameModel(serving) === by;
  switch (run.state) {
    case 'running':
      return { title: 'Under way', detail: run.total === 0 ? `Asking ${by}.` : `${far} by ${by}.` };
    case 'waiting':
      return {
        title: 'Waiting',
        detail: `${far}.${run.retryAt ? ` Goes on by itself ${describeMoment(run.retryAt, nowMs)}.` : ''}`,
      };
    case 'paused':
      return { title: 'Paused', detail: `${far} by ${by}. Nothing more is sent for passages until you go on.` };
    case 'failed':
      return { title: 'Stopped', detail: `${far} by ${by}. What has been made is kept.` };
    case 'cancelled':
      return { title: 'Cancelled', detail: 'What was made for it is removed.' };
    case 'done':
      return isServing
        ? { title: 'On', detail: `${far} by ${by}. New passages are sent as they come.` }
        : { title: 'Nothing to do yet', detail: 'There is no passage. Add knowledge, and it is sent as it comes.' };
  }
}

/** What serves while another model's vectors are being made or were given up; empty when there is no other. */
export function describeServing({ run, serving }: EmbeddingState): string {
  if (!serving || (run && run.state !== 'cancelled' && nameModel(run) === nameModel(serving))) return '';
  const old = nameModel(serving);
  if (run?.state === 'cancelled') return `${old} goes on serving. New passages are sent to it only once you go on with it.`;
  return `The vectors of ${old} serve until the new ones are complete; questions go there until then.`;
}

/** Passages that the endpoint would not take; empty when there are none. */
export function describeRefused({ refused }: EmbeddingRun): string {
  return refused.length === 0
    ? ''
    : `${count(refused.length, 'passage')} could not be taken by it. Search by words still finds ${refused.length === 1 ? 'it' : 'them'}.`;
}

/** What would be sent, as lines of a table. */
export function describeCost({ passages, tokens, requests, money: cost }: EmbeddingCost): readonly (readonly [string, string])[] {
  return [
    ['Passages', number.format(passages)],
    ['Tokens', `about ${number.format(tokens)}`],
    ['Requests', number.format(requests)],
    [
      'Cost',
      cost === undefined
        ? 'Unknown: no price is given'
        : `${cost > 0 && cost < 0.01 ? 'less than 0.01' : money.format(cost)}, in the currency of your price`,
    ],
  ];
}

/** As `describeFailure`, with what to do in this section. */
export function describeEmbeddingFailure(failure: Failure): FailureText {
  const text = describeFailure(failure);
  if (failure.kind === 'backend-not-allowed') return { ...text, next: 'Press the button again and choose Allow.' };
  if (failure.kind === 'backend-garbled')
    return {
      what: `${failure.host} sent no vectors that can be used.`,
      next: 'Check the address and that the model makes embeddings.',
    };
  if (failure.kind === 'backend-rejected' && failure.status === 404)
    return { ...text, next: 'Check the address and the name of the model, then start again.' };
  if (failure.kind === 'backend-rejected' && (failure.status === 401 || failure.status === 403))
    return { ...text, next: 'Enter a valid key, then start again.' };
  return text;
}

/** "text-embedding-3-small at api.openai.com". */
export function nameModel({ model, baseUrl }: { readonly model: string; readonly baseUrl: string }): string {
  return `${model} at ${toHost(baseUrl) ?? baseUrl}`;
}
