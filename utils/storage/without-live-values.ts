import type { Draft, DraftBlock, DraftOutcome, DraftRecord, DraftSource } from '../domain/draft.ts';
import { isLookUpPassage, withoutLookUpValues } from '../domain/look-up.ts';

/**
 * The record as it may be stored. Live business state is shown once and never kept beside the reply: look-ups among sources and
 * looked-at passages lose their text, citations of them their spans, and conflicts that quote
 * one and what stages wrote on the way are left out. What the reply itself says stays.
 */
export function withoutLiveValues(record: DraftRecord): DraftRecord {
  const { outcome, progress, versions } = record;
  const live = new Set(
    outcome?.kind === 'drafted'
      ? outcome.draft.sources.flatMap(({ number, passage }) => (isLookUpPassage(passage) ? [number] : []))
      : [],
  );
  return {
    ...record,
    ...(progress ? { progress: { ...progress, sources: strip(progress.sources) } } : {}),
    ...(outcome ? { outcome: stripOutcome(outcome, live) } : {}),
    versions: versions.map((version) => (version.blocks ? { ...version, blocks: stripSpans(version.blocks, live) } : version)),
  };
}

function stripOutcome(outcome: DraftOutcome, live: ReadonlySet<number>): DraftOutcome {
  switch (outcome.kind) {
    case 'drafted':
      return live.size === 0 ? outcome : { ...outcome, draft: stripDraft(outcome.draft, live) };
    case 'abstained': {
      const nearest = outcome.nearest.map((ranked) => ({ ...ranked, passage: withoutLookUpValues(ranked.passage) }));
      return { ...outcome, nearest };
    }
    case 'handed-over':
    case 'failed':
      return outcome;
  }
}

function stripDraft(draft: Draft, live: ReadonlySet<number>): Draft {
  const { conflicts, draftConflicts, trace } = draft;
  return {
    ...draft,
    sources: strip(draft.sources),
    blocks: stripSpans(draft.blocks, live),
    // What a stage wrote may say more of a look-up than the reply that stands.
    trace: trace.map(({ output, ...stage }) =>
      output === undefined || stage.stage === 'understand' ? { ...stage, ...(output === undefined ? {} : { output }) } : stage,
    ),
    ...(conflicts ? { conflicts: conflicts.filter(({ a, b }) => !live.has(a.source) && !live.has(b.source)) } : {}),
    ...(draftConflicts ? { draftConflicts: draftConflicts.filter(({ passage }) => !live.has(passage.source)) } : {}),
  };
}

function strip(sources: readonly DraftSource[]): DraftSource[] {
  return sources.map((source) => ({ ...source, passage: withoutLookUpValues(source.passage) }));
}

function stripSpans(blocks: readonly DraftBlock[], live: ReadonlySet<number>): DraftBlock[] {
  return blocks.map((block) => ({
    ...block,
    lines: block.lines.map((line) =>
      line.map((sentence) => ({
        ...sentence,
        citations: sentence.citations.map((citation) => (live.has(citation.source) ? { ...citation, spans: [] } : citation)),
      })),
    ),
  }));
}
