import type { SourceConflict } from '../../utils/domain/conflict.ts';
import type { PanelView } from './panel-view.ts';
import type { PanelMode } from './use-panel-mode.ts';

/** A contradiction between two sources that the agent has not decided about yet. */
export type OpenConflict = {
  readonly conflict: SourceConflict;
  /** Number and title of the source that holds, as chosen so far: at first the one that the draft follows. */
  readonly holds: number;
  readonly title: string;
  /** Number of the source that the draft follows as it stands. */
  readonly follows: number;
  /** The passage to draft again without, when the reply cites the source that does not hold; absent: it is right as it is. */
  readonly leaveOut: string | undefined;
};

/** The first contradiction that is open; nothing while a draft has none, or once the agent has decided about each. */
export function findOpenConflict(
  view: PanelView,
  { settled, chosenSource }: Pick<PanelMode, 'settled' | 'chosenSource'>,
): OpenConflict | undefined {
  if (view.kind !== 'drafted') return undefined;
  const { draft, shown, record } = view;
  const conflict = draft.conflicts?.[settled.filter((id) => id === record.id).length];
  if (!conflict) return undefined;
  const { a, b, preferred } = conflict;
  const cited = new Set(
    shown.blocks.flatMap((block) => block.lines.flat().flatMap((one) => one.citations.map(({ source }) => source))),
  );
  const preference = preferred === 'none' ? a : conflict[preferred];
  const follows = [preference, a, b].find(({ source }) => cited.has(source))?.source ?? preference.source;
  const holds = chosenSource?.draftId === record.id ? chosenSource.source : follows;
  const passageOf = (source: number) => draft.sources.find(({ number }) => number === source)?.passage;
  const other = holds === a.source ? b.source : a.source;
  return {
    conflict,
    holds,
    title: passageOf(holds)?.title ?? '',
    follows,
    leaveOut: cited.has(other) ? passageOf(other)?.id : undefined,
  };
}
