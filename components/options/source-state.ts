import { estimateTimeLeft } from '../../utils/domain/estimate-time-left.ts';
import type { Source } from '../../utils/domain/passage.ts';
import type { Sync } from '../../utils/domain/sync.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import type { TagTone } from '../shared/tag.tsx';
import { count, describeMoment, describeTimeLeft, findNextReading } from './source-time.ts';

const kindNames: Record<Source['kind'], string> = {
  files: 'Files',
  'pasted-text': 'Pasted text',
  sample: 'Sample',
  'help-centre': 'Help centre',
  macros: 'Macros',
  'solved-tickets': 'Solved tickets',
  'web-pages': 'Web pages',
  'vector-store': 'Vector store',
};

/** Is it being read, or about to be? */
export function isUnderWay(sync: Sync | undefined): boolean {
  return sync?.state === 'running' || sync?.state === 'waiting';
}

/** What stands beside the name when something is out of the ordinary. */
export function toStateTag(sync: Sync | undefined, nowMs: number): { readonly tone: TagTone; readonly text: string } | undefined {
  if (!sync) return undefined;
  switch (sync.state) {
    case 'failed':
      return {
        tone: 'warning',
        text: sync.completedAt ? `Not read since ${describeMoment(sync.completedAt, nowMs)}` : 'Not read yet',
      };
    case 'cancelled':
      return { tone: 'plain', text: 'Stopped' };
    case 'waiting':
      return { tone: 'plain', text: 'Waiting' };
    case 'running':
    case 'done':
      return undefined;
  }
}

/** The line below the name while nothing is going on: what it is, how much it holds, when it was and will be read. */
export function describeSource(source: Source, sync: Sync | undefined, nowMs: number): string {
  const { kind, name, articles, passages, importedAt, audience, segments = [], origin, everyHours } = source;
  if (origin?.kind === 'vector-store') return describeStore(audience, segments, new URL(origin.baseUrl).host);
  const next = findNextReading(sync?.completedAt, everyHours);
  return [
    name.startsWith(kindNames[kind]) ? '' : kindNames[kind],
    kind === 'solved-tickets' ? count(articles, 'ticket') : count(articles, 'article'),
    count(passages, 'passage'),
    origin
      ? sync?.completedAt
        ? `read ${describeMoment(sync.completedAt, nowMs)}${describeChanges(sync)}`
        : 'not read yet'
      : `added ${describeMoment(importedAt, nowMs)}`,
    !origin && sync?.state === 'cancelled' ? 'stopped early: import it again for the rest' : '',
    origin ? describeNext(next, everyHours, sync, nowMs) : '',
    audience === 'segment' ? `for ${segments.join(', ')}` : '',
    kind === 'solved-tickets'
      ? 'personal details redacted · shown under Similar, never cited'
      : audience === 'internal'
        ? 'never used in public replies'
        : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function describeStore(audience: Source['audience'], segments: readonly string[], host: string): string {
  const readers =
    audience === 'segment' ? ` · for ${segments.join(', ')}` : audience === 'internal' ? ' · never used in public replies' : '';
  return `Searched where it is · questions go to ${host}, personal details replaced${readers}`;
}

/** How far a reading is: counts, time left, and what goes on when it waits. */
export function describeProgress(sync: Sync, nowMs: number): string {
  const { done, total, added, changed, retryAt, failure } = sync;
  const read =
    total === undefined ? `${count(done, 'article')} read so far` : `${number(done)} of ${count(total, 'article')} read`;
  if (sync.state === 'waiting') {
    const why = failure ? `${describeFailure(failure).what} ` : '';
    return retryAt ? `${why}Reading goes on ${describeMoment(retryAt, nowMs)}. ${read}.` : `${why}Reading begins in a moment.`;
  }
  const news = [added > 0 ? `${number(added)} new` : '', changed > 0 ? `${number(changed)} changed` : ''].filter(Boolean);
  const left = describeTimeLeft(estimateTimeLeft(sync, new Date(nowMs)));
  return [read, ...news, left ?? '', 'You can go on working'].filter((part) => part !== '').join(' · ');
}

const number = (n: number): string => new Intl.NumberFormat('en').format(n);

function describeChanges({ state, added, changed, removed }: Sync): string {
  if (state !== 'done') return '';
  const parts = [
    added > 0 ? `${number(added)} new` : '',
    changed > 0 ? `${number(changed)} changed` : '',
    removed > 0 ? `${number(removed)} gone` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? ', nothing new' : `, ${parts.join(', ')}`;
}

function describeNext(next: string | undefined, everyHours: number | undefined, sync: Sync | undefined, nowMs: number): string {
  const isCutShort = sync?.state === 'failed' || sync?.state === 'cancelled';
  if (isCutShort && sync.retryAt !== undefined) return `tries again ${describeMoment(sync.retryAt, nowMs)}`;
  if (everyHours === undefined) return 'read only when told to';
  if (next === undefined || isCutShort || Date.parse(next) <= nowMs)
    return `read every ${everyHours === 24 ? 'day' : everyHours === 168 ? 'week' : count(everyHours, 'hour')}`;
  return `next ${describeMoment(next, nowMs)}`;
}
