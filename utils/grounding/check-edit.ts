import type { DraftBlock, DraftSentence, DraftSource } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import { toTerms } from '../text/terms.ts';
import { checkReply } from './check-reply.ts';
import { parseReply } from './parse-reply.ts';

/** A sentence that shares less with one of the draft's is a new one, with no citation to inherit. */
const MIN_SHARED = 0.5;

/**
 * The agent's text, checked like a draft: a sentence that stands in `before`, or is most like one there, is checked against the
 * sources which that one cited. Marks that the agent typed count too; what was no statement
 * (a greeting of the team's own) is none after the edit.
 */
export function checkEdit(
  text: string,
  before: readonly DraftBlock[],
  sources: readonly DraftSource[],
  ticket: Ticket,
  language: string,
): DraftBlock[] {
  const known = before.flatMap((block) => block.lines.flat()).filter((sentence) => sentence.citations.length > 0);
  const terms = known.map((sentence) => new Set(toTerms(sentence.text, language)));
  const inherit = (said: string): readonly number[] => {
    const same = known.find((sentence) => sentence.text === said);
    if (same) return toNumbers(same);
    const own = new Set(toTerms(said, language));
    const shares = terms.map((other) => share(own, other));
    const best = shares.indexOf(Math.max(0, ...shares));
    const nearest = best >= 0 && (shares[best] ?? 0) >= MIN_SHARED ? known[best] : undefined;
    return nearest ? toNumbers(nearest) : [];
  };
  const parsed = parseReply(text);
  const cited = {
    blocks: parsed.blocks.map((block) => ({
      ...block,
      lines: block.lines.map((line) =>
        line.map((sentence) => (sentence.cites.length > 0 ? sentence : { ...sentence, cites: inherit(sentence.text) })),
      ),
    })),
  };
  const plain = new Set(
    before
      .flatMap((block) => block.lines.flat())
      .filter(isPlain)
      .map((sentence) => sentence.text),
  );
  return checkReply(cited, sources, ticket, language).map((block) => ({
    ...block,
    lines: block.lines.map((line) =>
      line.map((sentence) =>
        sentence.support === 'unsupported' && plain.has(sentence.text) ? { ...sentence, support: 'plain' } : sentence,
      ),
    ),
  }));
}

const isPlain = ({ support }: DraftSentence): boolean => support === 'plain';

const toNumbers = (sentence: DraftSentence): number[] => [...new Set(sentence.citations.map(({ source }) => source))];

/** Shared terms over those of the shorter one. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : [...a].filter((term) => b.has(term)).length / least;
}
