import type { DraftId, DraftRecord, DraftSentence, DraftSource } from '../../domain/draft.ts';
import { RETAINED_FROM_SHARE, type OutcomeRow } from '../../domain/outcome.ts';
import type { Passage } from '../../domain/passage.ts';
import type { OpportunityId, TicketLock } from '../../domain/ticket.ts';
import { retainedShare } from '../retained-share.ts';
import { diffWords, type DiffPiece } from '../word-diff.ts';
import { toArticleKey, type ArticleNow, type PassageChange } from './article-now.ts';
import { findPassageChange } from './find-passage-change.ts';
import { sentencesAround, sentencesOf, toPlainWords } from './sentences-of.ts';

export type SentReply = { readonly record: DraftRecord; readonly sent: Extract<OutcomeRow, { step: 'sent' }> };

/** A passage that a sent reply relied on and that no longer says so. */
export type RecalledPassage = {
  /** Its number in the draft. */
  readonly source: number;
  /** As the draft used it, kept in the draft. */
  readonly old: Passage;
  readonly change: Exclude<PassageChange, { kind: 'same' }>;
  /** Sentences of the reply that rest on what is gone, as drafted. */
  readonly sentences: readonly string[];
  /** Sentences of the old passage that no longer stand in the article, single spaces. */
  readonly gone: readonly string[];
  /** Old passage against the one that took its place; against nothing when none did. */
  readonly diff: readonly DiffPiece[];
};

export type RecalledReply = {
  readonly draftId: DraftId;
  readonly opportunityId: OpportunityId;
  /** Where the ticket is. */
  readonly lock: TicketLock;
  readonly subject: string;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly sentText: string;
  readonly language: string;
  readonly passages: readonly RecalledPassage[];
};

/** Sent rows with the drafts they came from; a row whose draft is no longer kept is left out. */
export function joinSentReplies(records: readonly DraftRecord[], rows: readonly OutcomeRow[]): SentReply[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return rows.flatMap((sent): SentReply[] => {
    const record = sent.step === 'sent' ? byId.get(sent.draftId) : undefined;
    return record && sent.step === 'sent' ? [{ record, sent }] : [];
  });
}

/**
 * Sent replies that rest on words which their article no longer has, newest first. `articles` gives today's state by
 * `toArticleKey`; articles that are not in it are not looked at.
 *
 * A reply counts when a sentence that cites the passage was really sent (60 % of its words in order in one sentence of the
 * sent text) and one of the passage's sentences behind that citation does not stand in the article any more, word for
 * word. Other changes of the article don't matter to it.
 */
export function findRecalled(replies: readonly SentReply[], articles: ReadonlyMap<string, ArticleNow>): RecalledReply[] {
  return replies
    .flatMap(({ record, sent }): RecalledReply[] => {
      if (record.outcome?.kind !== 'drafted') return [];
      const { draft } = record.outcome;
      const sentences = draft.blocks.flatMap((block) => block.lines.flat());
      const kept = sentences.filter((sentence) => sentence.citations.length > 0 && wasSent(sentence.text, sent.sentText));
      const passages = draft.sources.flatMap((source) => findRecalledPassage(source, kept, articles) ?? []);
      if (passages.length === 0) return [];
      const { id: draftId, opportunityId, lock, subject } = record;
      const { at: sentAt, sentText, language } = sent;
      return [{ draftId, opportunityId, lock, subject, sentAt, sentText, language, passages }];
    })
    .toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
}

function findRecalledPassage(
  { number, passage: old }: DraftSource,
  sentences: readonly DraftSentence[],
  articles: ReadonlyMap<string, ArticleNow>,
): RecalledPassage | undefined {
  const article = articles.get(toArticleKey(old));
  const change = article && findPassageChange(old, article);
  if (!article || !change || change.kind === 'same') return undefined;
  const standing = new Set(article.kind === 'present' ? article.passages.flatMap(({ text }) => sentencesOf(text)) : []);
  const relying = sentences.flatMap(({ text, citations }) => {
    const spans = citations.filter(({ source }) => source === number);
    const gone =
      spans.length === 0
        ? []
        : missing(
            old,
            spans.flatMap((citation) => citation.spans),
            standing,
          );
    return gone.length > 0 ? [{ text, gone }] : [];
  });
  if (relying.length === 0) return undefined;
  return {
    source: number,
    old,
    change,
    sentences: relying.map(({ text }) => text),
    gone: [...new Set(relying.flatMap(({ gone }) => gone))],
    diff: diffWords(old.text, change.kind === 'changed' ? (change.now?.text ?? '') : ''),
  };
}

const missing = (old: Passage, spans: readonly { start: number; end: number }[], standing: ReadonlySet<string>): string[] =>
  sentencesAround(old.text, spans).filter((sentence) => !standing.has(sentence));

/** Mail programs break lines inside sentences, so the text is looked at with and without its single line breaks. */
function wasSent(drafted: string, sentText: string): boolean {
  const unwrapped = sentText.replaceAll(/(?<!\n)\n(?!\n)/g, ' ');
  if (` ${toPlainWords(sentText)} `.includes(` ${toPlainWords(drafted)} `)) return true;
  return [...sentencesOf(sentText), ...sentencesOf(unwrapped)].some((one) => retainedShare(drafted, one) >= RETAINED_FROM_SHARE);
}
