import type { Draft, DraftBlock, DraftOutcome, DraftRecord, DraftSource, StageTrace } from '../../domain/draft.ts';
import type { OutcomeRow } from '../../domain/outcome.ts';
import type { Passage, RankedPassage, SourceId } from '../../domain/passage.ts';

/** Stands where a text was that had to go; the hash beside it stays. */
export const FORGOTTEN_TEXT = '[removed]';

export type SourceRemoval = {
  readonly sourceId: SourceId;
  /** ISO 8601. */
  readonly at: string;
  /** The text goes from drafts and outcomes as well, not only from the knowledge. */
  readonly forget: boolean;
};

/** Whether a passage of the source was used for the draft, cited or only looked at. */
export function usesSource(record: DraftRecord, sourceId: SourceId): boolean {
  const { outcome } = record;
  // A request may have held its text although the reply does not cite it.
  const looked = outcome?.kind === 'drafted' ? outcome.draft.trace.flatMap(({ passages = [] }) => passages) : [];
  return [...passagesOf(record), ...looked].some((passage) => passage.sourceId === sourceId);
}

/**
 * The draft as it is kept once a source is removed: its passages are marked, their text stays so that the draft can still
 * be explained. With `forget`, the text of those passages goes, and with it everything written from them: the reply, its
 * versions, what was inserted. Ids, which are hashes, dates, numbers of sources and citations stay. `undefined` when the
 * draft didn't use the source.
 */
export function removeFromDraft(record: DraftRecord, removal: SourceRemoval): DraftRecord | undefined {
  if (!usesSource(record, removal.sourceId)) return undefined;
  const { outcome, progress } = record;
  const marked: DraftRecord = {
    ...record,
    ...(outcome ? { outcome: removeFromOutcome(outcome, removal) } : {}),
    ...(progress ? { progress: { ...progress, sources: progress.sources.map((source) => markSource(source, removal)) } } : {}),
  };
  if (!removal.forget) return marked;
  const { readings: _readings, caseNote: _caseNote, ...kept } = marked;
  return {
    ...kept,
    ...(kept.progress ? { progress: { ...kept.progress, text: '', stages: kept.progress.stages.map(forgetStage) } } : {}),
    ...(record.receipt ? { receipt: { ...record.receipt, text: '' } } : {}),
    ...(record.rejection ? { rejection: { ...record.rejection, note: '' } } : {}),
    versions: record.versions.map(({ at, by }) => ({ at, by, text: '' })),
  };
}

/**
 * An outcome row whose texts had to go with a source: of a draft in `draftIds`, or one that cites the source. Its figures
 * and ids stay. `undefined` when the row holds no such text.
 */
export function removeFromRow(row: OutcomeRow, sourceId: SourceId, draftIds: ReadonlySet<string>): OutcomeRow | undefined {
  if (!('sources' in row)) return undefined;
  if (!draftIds.has(row.draftId) && !row.sources.some((source) => source.sourceId === sourceId)) return undefined;
  const sources = row.sources.map((source) => (source.sourceId === sourceId ? { ...source, title: '' } : source));
  if (row.step === 'sent') return { ...row, sources, draftText: '', sentText: '' };
  if (row.step === 'rejected') return { ...row, sources, note: '' };
  return { ...row, sources };
}

function passagesOf({ outcome, progress }: DraftRecord): readonly Passage[] {
  const sources = [...(progress?.sources ?? []), ...(outcome?.kind === 'drafted' ? outcome.draft.sources : [])];
  const nearest = outcome?.kind === 'abstained' ? outcome.nearest : [];
  return [...sources, ...nearest].map(({ passage }) => passage);
}

function removeFromOutcome(outcome: DraftOutcome, removal: SourceRemoval): DraftOutcome {
  switch (outcome.kind) {
    case 'drafted': {
      const sources = outcome.draft.sources.map((source) => markSource(source, removal));
      return { kind: 'drafted', draft: { ...(removal.forget ? forgetDraft(outcome.draft) : outcome.draft), sources } };
    }
    case 'abstained':
      return removal.forget
        ? { ...outcome, question: '', nearest: outcome.nearest.map((ranked) => forgetNearest(ranked, removal)) }
        : outcome;
    case 'handed-over':
    case 'failed':
      return outcome;
  }
}

function markSource(source: DraftSource, { sourceId, at, forget }: SourceRemoval): DraftSource {
  if (source.passage.sourceId !== sourceId) return source;
  const { removed = { at, forgotten: forget } } = source;
  return {
    ...source,
    passage: forget ? forgetPassage(source.passage) : source.passage,
    removed: { at: removed.at, forgotten: removed.forgotten || forget },
  };
}

function forgetNearest(ranked: RankedPassage, { sourceId }: SourceRemoval): RankedPassage {
  return ranked.passage.sourceId === sourceId ? { ...ranked, passage: forgetPassage(ranked.passage) } : ranked;
}

/** Its address can say what it was about, so it goes too. */
function forgetPassage({ url: _url, ...passage }: Passage): Passage {
  return { ...passage, title: '', headings: [], text: FORGOTTEN_TEXT };
}

/** The reply without its words: written from all of its sources, so none of its sentences can be told to be free of one. */
function forgetDraft(draft: Draft): Draft {
  const blocks = draft.blocks.map((block): DraftBlock => ({
    ...block,
    lines: block.lines.map((line) =>
      line.map((sentence) => ({
        ...sentence,
        text: FORGOTTEN_TEXT,
        citations: sentence.citations.map((citation) => ({ ...citation, spans: [] })),
      })),
    ),
  }));
  const {
    conflicts: _conflicts,
    draftConflicts: _draftConflicts,
    lostTerms: _terms,
    speculation: _speculation,
    forbidden: _words,
    summary: _summary,
    ...kept
  } = draft;
  const { writer } = kept;
  return {
    ...kept,
    blocks,
    writer: forgetWriter(writer),
    trace: draft.trace.map(forgetStage),
  };
}

/** Why a model failed can quote what it wrote. */
function forgetWriter(writer: Draft['writer']): Draft['writer'] {
  if (writer.kind === 'model') return writer;
  const { because, received } = writer;
  return {
    kind: 'embedded',
    ...(because ? { because: because.kind === 'model-nonsense' ? { ...because, why: '' } : because } : {}),
    ...(received === undefined ? {} : { received: '' }),
  };
}

/** What a stage took and cost stays; what it was given and gave does not. */
function forgetStage({ input: _input, output: _output, passages: _passages, ...stage }: StageTrace): StageTrace {
  return { ...stage, note: '' };
}
