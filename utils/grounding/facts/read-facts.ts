import type { DraftBlock } from '../../domain/draft.ts';
import { toTerms } from '../../text/terms.ts';
import { isCourtesy } from '../courtesy.ts';
import { parseReply } from '../parse-reply.ts';
import { toSpelling } from '../values/read-marked.ts';
import { readValues } from '../values/read-values.ts';
import type { Value } from '../values/value.ts';
import { readNames, type Names } from './read-names.ts';

/** What a reply states, for comparing two versions of it. */
export type ReplyFacts = {
  readonly values: readonly Value[];
  readonly names: Names;
  readonly cites: ReadonlySet<number>;
  /** All words of the reply in one spelling, with a space at both ends. */
  readonly spelling: string;
  /** The same without greeting and closing. */
  readonly claims: string;
};

type Spoken = { readonly text: string; readonly language: string; readonly cites: readonly number[]; readonly isForm: boolean };
type Said = Spoken & { readonly values: readonly Value[] };

/** Greeting, thanks and closing may change freely: their names are no facts, their values are. */
export function readFacts(reply: readonly DraftBlock[] | string, language: string): ReplyFacts {
  const spoken = typeof reply === 'string' ? fromText(reply, language) : fromBlocks(reply);
  const said = spoken.map((one): Said => ({ ...one, values: readValues(one.text, one.language) }));
  return {
    values: said.flatMap(({ values, isForm }) => values.filter(({ kind }) => kind !== 'quoted' || !isForm)),
    names: readNames(said.filter(({ isForm }) => !isForm)),
    cites: new Set(said.flatMap(({ cites }) => cites)),
    spelling: toWords(said),
    claims: toWords(said.filter(({ isForm }) => !isForm)),
  };
}

function toWords(said: readonly Said[]): string {
  return ` ${said.map(({ text }) => toSpelling(text)).join(' ')} `;
}

function fromBlocks(blocks: readonly DraftBlock[]): Spoken[] {
  return blocks.flatMap((block) =>
    block.lines.flat().map(({ text, language, citations, support }) => ({
      text,
      language,
      cites: citations.map(({ source }) => source),
      isForm: support === 'plain',
    })),
  );
}

const MAX_FORM_WORDS = 6;

function fromText(text: string, language: string): Spoken[] {
  const { blocks } = parseReply(text);
  return blocks.flatMap((block, index) =>
    block.lines.flat().map((sentence) => {
      const isEdge = index === 0 || index >= blocks.length - 2;
      return { ...sentence, language, isForm: sentence.cites.length === 0 && isForm(sentence.text, language, isEdge) };
    }),
  );
}

function isForm(text: string, language: string, isEdge: boolean): boolean {
  const isFunctionWord = (word: string): boolean =>
    toTerms(word.toLowerCase(), language).length === 0 || (isEdge && /^\p{Lu}/u.test(word));
  if (isCourtesy(text, isFunctionWord, () => true)) return true;
  // "Dear Ms Keller," and "Ana Ruiz" under the reply.
  return isEdge && !/[.!?:]$/.test(text) && text.split(/\s+/).length <= MAX_FORM_WORDS && !/\p{N}/u.test(text);
}
