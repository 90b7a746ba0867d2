import type { Draft, DraftRecord } from '../../utils/domain/draft.ts';
import type { DraftChange, PanelView } from './panel-view.ts';

/** The one line that is always there: what left the browser, and to whom. */
export function describeLedger(view: PanelView, modelHosts: readonly string[]): string {
  if ('change' in view && view.change?.kind === 'under-way') return describeAsking(view.change, modelHosts);
  switch (view.kind) {
    case 'drafted':
    case 'outdated':
    case 'inserted':
      return describeWriter(view.draft, findAskedSince(view.record, modelHosts));
    case 'drafting':
      return view.progress?.askedHost ? `Sending to ${view.progress.askedHost}` : 'Nothing is sent: drafting in the browser';
    case 'abstained':
      return view.outcome.askedHost ? `Sent to ${view.outcome.askedHost}` : 'Nothing was sent: decided in the browser';
    case 'handed-over':
      return 'Nothing was sent: risk found in the browser';
    case 'access-needed':
    case 'unknown-helpdesk':
      return 'Nothing is sent or read yet';
    case 'teaching':
      return 'Nothing is sent: teaching stays in the browser';
    case 'rejected':
      return 'Nothing is sent until you redraft';
    case 'no-ticket':
    case 'reading':
    case 'unreadable':
    case 'on-request':
      return 'Nothing was sent';
    case 'stopped':
      return view.askedHost === '' ? 'Nothing was sent' : `Sent to ${view.askedHost} before you stopped`;
    case 'failed':
      return 'host' in view.failure ? `Asked ${view.failure.host}` : 'Nothing was sent';
  }
}

/** Whom refining, reading aids and the case note have asked since the draft was made. */
function findAskedSince({ versions, readings = [], caseNote }: DraftRecord, modelHosts: readonly string[]): readonly string[] {
  const hasAsked = versions.some(({ by }) => by === 'refiner') || readings.length > 0 || caseNote?.by === 'model';
  return hasAsked ? modelHosts : [];
}

function describeWriter({ writer, searchHosts = [] }: Draft, askedSince: readonly string[]): string {
  if (writer.kind === 'embedded' && askedSince.length > 0)
    return `Sent to ${askedSince.join(', ')} since · drafted in the browser`;

  const searched = searchHosts.filter((host) => writer.kind !== 'model' || host !== writer.host);
  const also = searched.length === 0 ? '' : ` · question sent to ${searched.join(', ')}`;
  if (writer.kind === 'model' && writer.host === '') {
    return also === '' ? 'Nothing was sent: drafted by the browser’s own model' : `Drafted by the browser’s own model${also}`;
  }
  if (writer.kind === 'model') return `Sent to ${writer.host} · ${writer.model}${also}`;
  const host = writer.because && 'host' in writer.because ? writer.because.host : '';
  if (host !== '') return `Asked ${host} · drafted in the browser${also}`;
  return also === ''
    ? 'Nothing was sent: drafted in the browser'
    : `Question sent to ${searched.join(', ')} · drafted in the browser`;
}

/** Without a host the browser does it, by its own model or by none. */
function describeAsking({ request }: DraftChange, modelHosts: readonly string[]): string {
  return request === 'insert-undo' || modelHosts.length === 0
    ? 'Nothing is sent: done in the browser'
    : `Asking ${modelHosts.join(' or ')}`;
}
