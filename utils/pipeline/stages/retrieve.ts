import { toLookUpPassage, type LookUpFound } from '../../domain/look-up.ts';
import { passageSchema, type Audience, type Passage, type RankedPassage } from '../../domain/passage.ts';
import { AGENT_SOURCE_ID } from '../../domain/reply-request.ts';
import type { Layer } from '../../domain/strategy.ts';
import type { SearchQuery } from '../../ports/passage-search.ts';
import { detectLanguage } from '../../text/language.ts';
import { abstainFor, noKnowledge } from '../abstain.ts';
import type { DraftRun, DraftState } from '../draft-run.ts';
import { next, type Stage, type StageEnd } from '../stage.ts';

/** Passages given to the drafter: enough for a ticket that asks three things, few enough to read in the panel. */
const MAX_PASSAGES = 6;
/** A public reply may rest on what every reader of it may read. */
const PUBLIC_REPLY_MAY_USE: readonly Audience[] = ['public'];
/** A passage that scores below this share of the best one is about something else, unless it holds most of one question. */
const MIN_SCORE_SHARE = 0.5;
const HOLDS_MOST = 0.6;

type From = Extract<Layer, { kind: 'retrieve' }>['from'];

/** Looks for what this recipient may see; ends in an abstention when nothing found is enough. */
export const toRetrieveStage = (from: From): Stage => ({ name: 'retrieve', run: (state, run) => retrieve(state, run, from) });

async function retrieve(state: DraftState, run: DraftRun, from: From): Promise<StageEnd> {
  const { deps, ask, signal, show } = run;
  const [found, live, given] = await Promise.all([findPassages(state, run, from), lookUp(state, run), readGiven(state, run)]);
  signal.throwIfAborted();
  const isWanted = (passage: Passage): boolean => !ask.without.has(passage.id);
  const mine = [...given, ...live.passages.filter(isWanted)];
  const enough =
    from === 'pinned' ? inOwnLanguage(found.ranked, state.language) : selectEnough(found.ranked, deps.minEnough, state.language);
  const certain = new Set(mine.map((passage) => passage.id));
  const passages = [...mine.map(toRanked), ...enough.filter(({ passage }) => !certain.has(passage.id))];
  const searchHosts = [...new Set([...state.searchHosts, ...found.hosts, ...live.hosts])];
  const looked = { ...state, found: found.ranked, passages, required: given.length, searchHosts };
  if (passages.length === 0) {
    const isEmpty = found.ranked.length === 0 && from === 'knowledge' && (await deps.search.count()) === 0;
    return { kind: 'end', outcome: isEmpty ? noKnowledge(state.language) : abstainFor(looked, run, found.ranked) };
  }
  show({
    sources: passages.map(({ passage }, index) => ({ number: index + 1, passage })),
    ...(searchHosts.length > 0 ? { askedHost: searchHosts.join(', ') } : {}),
  });
  const answered = live.asked === 0 ? '' : `; ${live.passages.length} of ${live.asked} look-ups answered`;
  return next(looked, {
    note: `Found ${found.ranked.length} passages${answered}`,
    passages: passages.map(({ passage: { id, title, sourceId } }) => ({ id, title, sourceId })),
  });
}

/** For strategies that look nothing up: what the agent has pinned and knows of this ticket counts all the same. */
export const giveStage: Stage = {
  name: 'retrieve',
  async run(state, run) {
    const given = await readGiven(state, run);
    const sources = given.map((passage, index) => ({ number: index + 1, passage }));
    run.show({ sources });
    return next(
      { ...state, passages: given.map(toRanked), required: given.length },
      { note: 'Looked for nothing; taken from you', passages: given.map(({ id, title, sourceId }) => ({ id, title, sourceId })) },
    );
  },
};

/** Passages that the agent has pinned, then the facts that they gave: those that have to be used. */
async function readGiven({ language }: DraftState, { deps, ask }: DraftRun): Promise<readonly Passage[]> {
  const pinned = (await deps.readPinned(ask.pinned)).filter(isPublic);
  const facts = ask.facts.map((fact, index) => toFactPassage(fact, index, language, ask.askedAt));
  return [...pinned, ...facts].filter(({ id }) => !ask.without.has(id));
}

async function findPassages(
  { questions, context, language }: DraftState,
  { deps, ask, signal }: DraftRun,
  from: From,
): Promise<{ readonly ranked: readonly RankedPassage[]; readonly hosts: readonly string[] }> {
  if (from === 'pinned') {
    const pinned = (await deps.readPinnedArticles()).filter((passage) => isPublic(passage) && !ask.without.has(passage.id));
    return { ranked: pinned.map(toRanked), hosts: [] };
  }
  const query: SearchQuery = {
    questions,
    context,
    language,
    mayUse: PUBLIC_REPLY_MAY_USE,
    ...(from === 'vector-stores' ? { from } : {}),
  };
  const [ranked, hosts = []] = await Promise.all([
    deps.search.search(query, MAX_PASSAGES + ask.without.size, signal),
    deps.search.askedHosts?.(query),
  ]);
  return { ranked: ranked.filter((one) => !ask.without.has(one.passage.id)), hosts };
}

async function lookUp({ language }: DraftState, { ticket, deps, signal }: DraftRun) {
  const results = await deps.lookUps.lookUp(ticket, signal);
  const passages = results
    .filter((result): result is LookUpFound => result.kind === 'found')
    .map((result) => toLookUpPassage(result, language))
    .filter(isPublic);
  return { passages, asked: results.length, hosts: results.map(({ server }) => server) };
}

/** What the agent says of this ticket is a source like any other, in the language that they write, and shown as theirs. */
function toFactPassage(text: string, index: number, replyLanguage: string, fetchedAt: string): Passage {
  const { language, sure } = detectLanguage(text);
  return passageSchema.parse({
    id: `agent-fact-${index}`,
    articleId: `agent-fact-${index}`,
    sourceId: AGENT_SOURCE_ID,
    title: 'From you',
    headings: [],
    text,
    locale: sure ? language : replyLanguage,
    audience: 'public',
    fetchedAt,
    position: index,
  });
}

const isPublic = ({ audience }: Passage): boolean => PUBLIC_REPLY_MAY_USE.includes(audience);

/** Passages to draft from: none when not even the best is likely to answer a question; in another language only when none is in the reply's own. */
function selectEnough(found: readonly RankedPassage[], minEnough: number, language: string): readonly RankedPassage[] {
  if (!found.some((one) => isLikely(one, minEnough))) return [];
  const best = Math.max(...found.map((one) => one.score));
  const enough = found.filter((one) => one.score >= MIN_SCORE_SHARE * best || one.coverage >= HOLDS_MOST);
  return inOwnLanguage(enough, language).slice(0, MAX_PASSAGES);
}

/** Those in the reply's language; all of them when none is. */
function inOwnLanguage(passages: readonly RankedPassage[], language: string): readonly RankedPassage[] {
  const own = passages.filter(({ passage }) => passage.locale.split('-')[0] === language.split('-')[0]);
  return own.length > 0 ? own : passages;
}

/** What was ranked elsewhere (a vector store) comes without a probability: then most of the question has to stand in it. */
function isLikely({ enough, coverage }: RankedPassage, minEnough: number): boolean {
  return enough === undefined ? coverage >= HOLDS_MOST : enough >= minEnough;
}

/** A look-up, a pinned passage, a fact is there because somebody wants it, not because it ranked. */
function toRanked(passage: Passage): RankedPassage {
  return { passage, score: 0, coverage: 0, matchedTerms: 0, terms: 0 };
}
