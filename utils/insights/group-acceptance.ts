import { measureAcceptance, type Acceptance } from './acceptance.ts';
import type { OpportunityOutcome } from './opportunity-outcome.ts';
import { addDays, toDay, toMonday, type TimeRange } from './time-range.ts';

/** One line of a table or one point of a chart. `key` is unique within its grouping, `name` is what people read. */
export type AcceptanceGroup = { readonly key: string; readonly name: string; readonly acceptance: Acceptance };

/** Days up to which a chart has a point per day; above that, per week. */
export const MAX_DAY_POINTS = 31;

export type Bucket = 'day' | 'week';

/** Points per day for a period of up to `MAX_DAY_POINTS` days, else per week from Monday. */
export function toBucket(range: TimeRange): Bucket {
  return (range.toMs - range.fromMs) / 86_400_000 <= MAX_DAY_POINTS + 0.5 ? 'day' : 'week';
}

/** One group per day or week of the range, in order, empty ones included; `key` and `name` are its first day, `YYYY-MM-DD`. */
export function groupByTime(
  outcomes: readonly OpportunityOutcome[],
  range: TimeRange,
  timeZone: string,
  bucket: Bucket = toBucket(range),
): AcceptanceGroup[] {
  const toKey = (atMs: number): string => (bucket === 'day' ? toDay(atMs, timeZone) : toMonday(toDay(atMs, timeZone)));
  const groups = Map.groupBy(outcomes, (outcome) => toKey(outcome.atMs));
  const last = toKey(range.toMs - 1);
  const points: AcceptanceGroup[] = [];
  for (let key = toKey(range.fromMs); key <= last; key = addDays(key, bucket === 'day' ? 1 : 7)) {
    points.push({ key, name: key, acceptance: measureAcceptance(groups.get(key) ?? []) });
  }
  return points;
}

/** One group per agent, by name: the table is no ranking. An agent is known by helpdesk and id there;
 * two of one name show it. */
export function groupByAgent(outcomes: readonly OpportunityOutcome[], locale: string): AcceptanceGroup[] {
  const groups = Map.groupBy(outcomes, ({ helpdesk, agent }) => `${helpdesk}/${agent.id}`);
  const named = [...groups].map(([key, group]) => ({
    key,
    name: group.at(-1)?.agent.name || key,
    acceptance: measureAcceptance(group),
  }));
  const isShared = (name: string): boolean => named.filter((one) => one.name === name).length > 1;
  return byName(
    named.map((one) => (isShared(one.name) ? { ...one, name: `${one.name} (${one.key})` } : one)),
    locale,
  );
}

/** A title as it was when it was cited, or the source's name. */
export type SourceNames = ReadonlyMap<string, string>;

/**
 * One group per source that drafts cite; a draft counts once for each source it cites, so the groups overlap. Sources
 * that were removed since go by their id.
 */
export function groupBySource(outcomes: readonly OpportunityOutcome[], names: SourceNames, locale: string): AcceptanceGroup[] {
  return byCitation(
    outcomes,
    (source) => ({ key: source.sourceId, name: names.get(source.sourceId) ?? source.sourceId }),
    locale,
  );
}

/** One group per article that drafts cite, under its newest title; as with sources, the groups overlap. */
export function groupByArticle(outcomes: readonly OpportunityOutcome[], locale: string): AcceptanceGroup[] {
  return byCitation(
    outcomes,
    (source) => ({ key: JSON.stringify([source.sourceId, source.articleId]), name: source.title || source.articleId }),
    locale,
  );
}

type Citation = OpportunityOutcome['sources'][number];

function byCitation(
  outcomes: readonly OpportunityOutcome[],
  identify: (source: Citation) => { key: string; name: string },
  locale: string,
): AcceptanceGroup[] {
  const names = new Map<string, string>();
  const members = new Map<string, Set<OpportunityOutcome>>();
  for (const outcome of outcomes) {
    for (const source of outcome.sources) {
      const { key, name } = identify(source);
      names.set(key, name);
      members.set(key, (members.get(key) ?? new Set()).add(outcome));
    }
  }
  const groups = [...members].map(([key, group]) => ({
    key,
    name: names.get(key) ?? key,
    acceptance: measureAcceptance([...group]),
  }));
  return byName(groups, locale);
}

function byName(groups: readonly AcceptanceGroup[], locale: string): AcceptanceGroup[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return groups.toSorted((a, b) => compare(a.name, b.name) || (a.key < b.key ? -1 : 1));
}
