import { audienceSchema } from '../../domain/passage.ts';
import type { SearchQuery } from '../../ports/passage-search.ts';
import { isDead, type SegmentReader } from '../index/segment-reader.ts';
import type { Scope, SegmentHead } from '../index/segment.ts';

type Reader = Pick<SearchQuery, 'mayUse' | 'segments' | 'region' | 'version'>;

/**
 * Which passages of a segment may be ranked at all, 1 or 0 each: alive, meant for an audience and a segment that the reader
 * is in, and holding for the region and the version asked for. Decided before anything is scored.
 */
export function markAllowed({ head, dead }: SegmentReader, reader: Reader): Uint8Array {
  const name = JSON.stringify([reader.mayUse, reader.segments, reader.region, reader.version]);
  const known = marksOf.get(head);
  if (known?.name === name && known.dead === dead) return known.marks;
  const marks = mark(head, dead, reader);
  marksOf.set(head, { name, dead, marks });
  return marks;
}

/** The marks of the last reader: the next question is nearly always for the same. */
const marksOf = new WeakMap<SegmentHead, { name: string; dead: Uint8Array | undefined; marks: Uint8Array }>();

function mark(head: SegmentHead, dead: Uint8Array | undefined, reader: Reader): Uint8Array {
  const audiences = new Set(reader.mayUse.map((audience) => audienceSchema.options.indexOf(audience)));
  const forSegment = audienceSchema.options.indexOf('segment');
  const fits = [undefined, ...head.scopes].map((scope) => ({
    inSegment: isInSegment(scope, reader),
    elsewhere: !holdsFor(scope, reader),
  }));
  const marks = new Uint8Array(head.size);
  for (let passage = 0; passage < head.size; passage += 1) {
    const audience = head.audiences[passage] ?? -1;
    const fit = fits[head.scopeOf[passage] ?? 0];
    if (!audiences.has(audience) || !fit || fit.elsewhere || isDead(dead, passage)) continue;
    if (audience === forSegment && !fit.inSegment) continue;
    marks[passage] = 1;
  }
  return marks;
}

/** A passage for segments that names none is for nobody. */
function isInSegment(scope: Scope | undefined, { segments = [] }: Reader): boolean {
  return scope?.segments?.some((segment) => segments.includes(segment)) ?? false;
}

function holdsFor(scope: Scope | undefined, { region, version }: Reader): boolean {
  const sameRegion = region === undefined || scope?.region === undefined || scope.region === region;
  const sameVersion = version === undefined || scope?.version === undefined || scope.version === version;
  return sameRegion && sameVersion;
}
