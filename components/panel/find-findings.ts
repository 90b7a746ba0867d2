import type { Draft } from '../../utils/domain/draft.ts';

/** Something a reader has to know before sending. */
export type Finding = {
  /** `fact`: no source says so; `form`: the team wants it otherwise; `open`: a question without an answer. */
  readonly kind: 'fact' | 'form' | 'open';
  readonly title: string;
  readonly body: string;
};

/**
 * What was found in a draft: values that differ from a passage, guesses about the future, terms that were lost, words not to be
 * used, open questions. `text` is the reply as it stands: what an edit or a refinement has mended is not said.
 */
export function findFindings(draft: Draft, text: string): readonly Finding[] {
  const stands = (words: string): boolean => text.toLowerCase().includes(words.toLowerCase());
  const lost = (draft.lostTerms ?? []).filter((term) => !stands(term));
  const forbidden = (draft.forbidden ?? []).filter(stands);
  return [
    ...(draft.draftConflicts ?? [])
      .filter(({ sentence }) => stands(sentence))
      .map(({ sentence, value, passage }) => ({
        kind: 'fact' as const,
        title: `“${sentence.slice(value.start, value.end)}” is not what source ${passage.source} says`,
        body: `The passage says “${passage.said}”.`,
      })),
    ...(draft.speculation ?? []).filter(stands).map((sentence) => ({
      kind: 'fact' as const,
      title: 'This speaks of what will be, and no source says so',
      body: `“${sentence}”`,
    })),
    ...(lost.length === 0
      ? []
      : [
          {
            kind: 'form' as const,
            title: `A term of your glossary is missing: ${lost.join(', ')}`,
            body: 'It stands in the passages and has to keep its form.',
          },
        ]),
    ...(forbidden.length === 0
      ? []
      : [
          {
            kind: 'form' as const,
            title: `Your voice does without: ${forbidden.join(', ')}`,
            body: 'Edit or refine the reply before you send it.',
          },
        ]),
    ...describeOpen(draft.unanswered ?? []),
  ];
}

function describeOpen(questions: readonly string[]): Finding[] {
  if (questions.length === 0) return [];
  const title = questions.length === 1 ? 'One question stays open' : `${questions.length} questions stay open`;
  return [{ kind: 'open', title, body: questions.map((question) => `“${question}”`).join(' · ') }];
}
