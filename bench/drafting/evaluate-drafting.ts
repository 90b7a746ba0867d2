import type { DraftBlock, DraftSentence } from '../../utils/domain/draft.ts';
import type { Passage } from '../../utils/domain/passage.ts';
import type { ReplyRequest } from '../../utils/domain/reply-request.ts';
import { composeReply } from '../../utils/drafting/compose-reply.ts';
import { measureAnswer, summariseAnswers, type AnswerQuality, type Reference } from '../../utils/evaluation/drafting-metrics.ts';
import { findKeyFacts, toRarity } from '../../utils/evaluation/key-facts.ts';
import { checkReply } from '../../utils/grounding/check-reply.ts';
import { parseReply } from '../../utils/grounding/parse-reply.ts';
import { splitSentences } from '../../utils/text/sentences.ts';
import { createInMemorySearch } from '../../utils/retrieval/in-memory-search.ts';
import { draftQuestion, toRequest } from './draft-question.ts';
import { loadDraftingSet } from './load-drafting-set.ts';

const FIRST_SENTENCES = 3;

type Way =
  | 'draft'
  | 'best passage whole'
  | 'first 3 sentences'
  | 'draft, gold'
  | 'gold passage whole'
  | 'first 3 sentences, gold';

/** The embedded drafter beside pasting the best passage and pasting its first sentences; found by the index, and given the gold passage. */
export async function evaluateDrafting(options: { folder: string; split: string }): Promise<Record<string, number>> {
  const { passages, items } = await loadDraftingSet(options.folder, options.split);
  const language = passages[0]?.locale ?? 'en';
  const rarity = toRarity(
    passages.map(({ text }) => text),
    language,
  );
  const search = createInMemorySearch(passages);
  const answers = new Map<Way, AnswerQuality[]>();
  const sentences: DraftSentence[] = [];
  let measured = 0;
  let drafted = 0;
  let facts = 0;
  for (const { ticket, question, reference, gold } of items) {
    const keyFacts = findKeyFacts({ reference, gold: gold.map(({ text }) => text), question }, language, rarity);
    if (keyFacts.length === 0) continue;
    measured += 1;
    facts += keyFacts.length;
    const said = toAnswer(await draftQuestion(ticket, search));
    const request = await toRequest(ticket, search);
    if (said.length > 0) drafted += 1;
    sentences.push(...said);
    const wanted: Reference = { text: reference, facts: keyFacts, language };
    const add = (way: Way, text: string): void => {
      answers.set(way, [...(answers.get(way) ?? []), measureAnswer(text, wanted)]);
    };
    const best = request?.passages[0]?.passage;
    const [firstGold] = gold;
    add('draft', toText(said));
    add('best passage whole', best?.text ?? '');
    add('first 3 sentences', toFirstSentences(best));
    add('draft, gold', request && firstGold ? toText(toAnswer(draftFrom(request, firstGold))) : '');
    add('gold passage whole', firstGold?.text ?? '');
    add('first 3 sentences, gold', toFirstSentences(firstGold));
  }
  const proven = sentences.filter(({ support, citations }) => support !== 'unsupported' && citations.length > 0);
  return {
    questions: measured,
    'key facts a question': facts / Math.max(1, measured),
    drafted: drafted / Math.max(1, measured),
    'sentences that answer': sentences.length,
    'cited and supported': proven.length / Math.max(1, sentences.length),
    ...Object.fromEntries(
      [...answers].flatMap(([way, of]) =>
        Object.entries(summariseAnswers(of)).map(([name, value]) => [`${way}: ${name}`, value]),
      ),
    ),
  };
}

/** All sentences but those of the frame. */
function toAnswer(blocks: readonly DraftBlock[]): DraftSentence[] {
  return blocks.flatMap(({ lines }) => lines.flat()).filter(({ support }) => support !== 'plain');
}

function toText(sentences: readonly DraftSentence[]): string {
  return sentences.map(({ text }) => text).join(' ');
}

function toFirstSentences(passage: Passage | undefined): string {
  return splitSentences(passage?.text ?? '')
    .slice(0, FIRST_SENTENCES)
    .map(({ text }) => text)
    .join(' ');
}

/** As if the index had found the gold passage and nothing else. */
function draftFrom(request: ReplyRequest, passage: Passage): DraftBlock[] {
  const found = request.passages;
  const gold = found.find((one) => one.passage.id === passage.id) ?? {
    passage,
    score: 1,
    coverage: 1,
    matchedTerms: 1,
    terms: 1,
  };
  const others = found.filter((one) => one !== gold);
  const { marked } = composeReply({ ...request, passages: [gold], others });
  return checkReply(parseReply(marked), [{ number: 1, passage }], request.ticket, request.language);
}
