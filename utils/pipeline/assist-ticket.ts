import type { Draft, DraftOutcome, DraftProgress, DraftSource } from '../domain/draft.ts';
import { toFailure } from '../domain/failure.ts';
import type { Audience, Passage, RankedPassage } from '../domain/passage.ts';
import type { Ticket } from '../domain/ticket.ts';
import { writeClarifyingQuestion } from '../drafting/clarifying-question.ts';
import { NO_ANSWER } from '../drafting/prompt.ts';
import { understandTicket, type Understanding } from '../drafting/understand-ticket.ts';
import { checkReply } from '../grounding/check-reply.ts';
import { parseReply } from '../grounding/parse-reply.ts';
import { toLookUpPassage, type LookUpFound } from '../domain/look-up.ts';
import type { LookUps } from '../ports/look-up.ts';
import type { ModelBackend } from '../ports/model-backend.ts';
import type { PassageSearch, SearchQuery } from '../ports/passage-search.ts';
import { numberSources } from './number-sources.ts';
import { createStageRecorder } from './stage-recorder.ts';
import { writeDraft } from './write-draft.ts';

/** Passages given to the drafter: enough for a ticket that asks three things, few enough to read in the panel. */
const MAX_PASSAGES = 6;
/** Looked at when an abstention is explained. */
const MAX_NEAREST = 3;
/** A public reply may rest on what every reader of it may read. */
const PUBLIC_REPLY_MAY_USE: readonly Audience[] = ['public'];

export type AssistTicketDeps = {
  readonly search: PassageSearch;
  /** Live business state, asked for this ticket. */
  readonly lookUps: LookUps;
  readonly backend: ModelBackend;
  /** Writes when `backend` cannot; needs nothing and always answers. */
  readonly standIn: ModelBackend;
  /** Least probability that what was found answers the question, 0–1. */
  readonly minEnough: number;
  /** Sent replies known so far; below what calibration needs, confidence stays uncalibrated. */
  readonly sentReplies: number;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
};

/**
 * The straight line from a ticket to one outcome: redact → understand → retrieve what this recipient may see → enough?
 * → draft → check each sentence → policy → style → confidence. One early return per way out. Rejects only with the
 * signal's reason; every other trouble is a `failed` outcome.
 */
export async function assistTicket(
  ticket: Ticket,
  deps: AssistTicketDeps,
  without: ReadonlySet<string>,
  signal: AbortSignal,
  onProgress: (progress: DraftProgress) => void,
): Promise<DraftOutcome> {
  const stages = createStageRecorder(deps.clock, onProgress);
  try {
    stages.passThrough('redact', 'Nothing is hidden yet');

    const understood = await stages.run(
      'understand',
      () => understandTicket(ticket),
      () => `Read ${ticket.messages.length} messages`,
    );
    stages.show({ language: understood.language });
    if (understood.kind !== 'asks') {
      return { kind: 'abstained', reason: understood.kind, nearest: [], question: '', language: understood.language };
    }

    const { questions, context, language } = understood;
    const query: SearchQuery = { questions, context, language, mayUse: PUBLIC_REPLY_MAY_USE };
    const { found, results, searchHosts } = await stages.run(
      'retrieve',
      async () => {
        const [ranked, answers, hosts = []] = await Promise.all([
          deps.search.search(query, MAX_PASSAGES + without.size, signal),
          deps.lookUps.lookUp(ticket, signal),
          deps.search.askedHosts?.(query),
        ]);
        return {
          found: ranked.filter((one) => !without.has(one.passage.id)),
          results: answers,
          searchHosts: [...new Set([...hosts, ...answers.map(({ server }) => server)])],
        };
      },
      ({ found: all, results: answers }) =>
        answers.length === 0
          ? `Found ${all.length} passages`
          : `Found ${all.length} passages; ${answers.filter(({ kind }) => kind === 'found').length} of ${answers.length} look-ups answered`,
    );
    signal.throwIfAborted();
    const live = results
      .filter((result): result is LookUpFound => result.kind === 'found')
      .map((result) => toLookUpPassage(result, language))
      .filter((passage) => PUBLIC_REPLY_MAY_USE.includes(passage.audience) && !without.has(passage.id));
    const passages = [...selectEnough(found, deps.minEnough, language), ...live.map(toRanked)];
    const searched = searchHosts.length > 0 ? { askedHost: searchHosts.join(', ') } : {};
    if (passages.length === 0) {
      if (found.length > 0 || (await deps.search.count()) > 0) return { ...abstainFor(understood, found), ...searched };
      return { kind: 'abstained', reason: 'no-knowledge', nearest: [], question: '', language };
    }

    const offered: DraftSource[] = passages.map(({ passage }, index) => ({ number: index + 1, passage }));
    const { writer: drafter } = deps.backend;
    const askedHost =
      drafter.kind === 'model' ? { askedHost: [...new Set([...searchHosts, drafter.host])].join(', ') } : searched;
    stages.show({ sources: offered, ...askedHost });
    const others = found.filter((one) => !passages.includes(one));
    const request = { ticket, questions, language, passages, others, agentName: ticket.agent?.name ?? '' };
    const { marked, writer } = await stages.run(
      'draft',
      () =>
        writeDraft(request, deps.backend, deps.standIn, signal, (text) =>
          stages.show({ text: text.trim().startsWith(NO_ANSWER) ? '' : text }),
        ),
      (written) => (written.writer.kind === 'model' ? `Written by ${written.writer.model}` : 'Written in the browser'),
    );

    if (marked.trim() === NO_ANSWER) return { ...abstainFor(understood, passages), ...askedHost };

    const checked = await stages.run(
      'check',
      () => numberSources(checkReply(parseReply(marked), offered, ticket, language), offered),
      (result) => `Checked ${result.blocks.flatMap((block) => block.lines.flat()).length} sentences`,
    );
    if (checked.sources.length === 0) {
      // Nothing in the reply rests on a passage: that is no reply we could stand by.
      return { ...abstainFor(understood, passages), ...askedHost };
    }

    stages.passThrough('policy', 'No rule is checked yet');
    stages.passThrough('style', 'Kept as written');
    stages.passThrough('confidence', 'Uncalibrated');
    const draft: Draft = {
      language,
      ...checked,
      confidence: { kind: 'uncalibrated', outcomes: deps.sentReplies },
      writer,
      ...(searchHosts.length > 0 ? { searchHosts } : {}),
      trace: stages.trace(),
    };
    return { kind: 'drafted', draft };
  } catch (thrown) {
    signal.throwIfAborted();
    return { kind: 'failed', failure: toFailure(thrown) };
  }
}

/** A passage that scores below this share of the best one is about something else, unless it holds most of one question. */
const MIN_SCORE_SHARE = 0.5;
const HOLDS_MOST = 0.6;

/** Passages to draft from: none when not even the best is likely to answer a question; in another language only when none is in the reply's own. */
function selectEnough(found: readonly RankedPassage[], minEnough: number, language: string): RankedPassage[] {
  if (!found.some((one) => isLikely(one, minEnough))) return [];
  const best = Math.max(...found.map((one) => one.score));
  const enough = found.filter((one) => one.score >= MIN_SCORE_SHARE * best || one.coverage >= HOLDS_MOST);
  const own = enough.filter(({ passage }) => passage.locale.split('-')[0] === language.split('-')[0]);
  return (own.length > 0 ? own : enough).slice(0, MAX_PASSAGES);
}

/** What was ranked elsewhere (a vector store) comes without a probability: then most of the question has to stand in it. */
function isLikely({ enough, coverage }: RankedPassage, minEnough: number): boolean {
  return enough === undefined ? coverage >= HOLDS_MOST : enough >= minEnough;
}

/** A look-up is there because the team wants it asked, not because it ranked. */
function toRanked(passage: Passage): RankedPassage {
  return { passage, score: 0, coverage: 0, matchedTerms: 0, terms: 0 };
}

function abstainFor(
  understood: Extract<Understanding, { kind: 'asks' }>,
  looked: readonly RankedPassage[],
): Extract<DraftOutcome, { kind: 'abstained' }> {
  const nearest = looked.slice(0, MAX_NEAREST);
  return {
    kind: 'abstained',
    reason: 'nothing-relevant',
    nearest,
    question: writeClarifyingQuestion(understood, nearest),
    language: understood.language,
  };
}
