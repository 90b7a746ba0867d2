import { isHeldInternal, passageSchema, type Article, type Passage } from '../domain/passage.ts';
import { splitSentences } from '../text/sentences.ts';

/** A passage is as long as a reader takes in at a glance and a model in a prompt: 200–500 tokens. */
const MIN_TOKENS = 200;
const MAX_TOKENS = 500;

/** Length of a passage in tokens, roughly (prompts are counted by `utils/text/estimate-tokens.ts`, which errs to the safe side): a quarter of the characters, one each for scripts without spaces. Within 15 % of GPT-style tokenisers on English help texts. */
export function measurePassage(text: string): number {
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return Math.ceil((text.length - ideographs) / 4) + ideographs;
}

type Piece = { readonly headings: readonly string[]; readonly text: string; readonly anchor: string | undefined };

/**
 * Cuts an article into passages: whole paragraphs, lists and tables while they fit; where one does not, between its lines, and
 * a line between its sentences. Short neighbouring sections share a passage, their headings standing as lines in it. `digest` gives a hash of a text, which
 * becomes the passage's id together with where it stands: the same text at the same place keeps its id.
 */
export async function cutPassages(article: Article, digest: (text: string) => Promise<string>): Promise<Passage[]> {
  const pieces: Piece[] = [];
  for (const section of article.sections) {
    for (const text of packParagraphs(section.text)) pieces.push({ headings: section.headings, text, anchor: section.anchor });
  }
  const { sections: _sections, id: articleId, etag: _etag, review: _review, ...shared } = article;
  const audience = isHeldInternal(article) ? 'internal' : article.audience;
  return Promise.all(
    mergeShort(pieces).map(async ({ headings, text, anchor }, position) => {
      const scope = [...(article.segments ?? []), article.region ?? '', article.version ?? ''].join();
      const hash = await digest(
        [article.sourceId, articleId, article.title, ...headings, text, audience, article.locale, scope].join('\u0000'),
      );
      const url = anchor && article.url ? { url: `${article.url.split('#')[0]}#${anchor}` } : {};
      return passageSchema.parse({ ...shared, ...url, audience, id: hash, articleId, headings: [...headings], text, position });
    }),
  );
}

/** Paragraphs together up to the maximum; one that is longer than that alone is cut at sentences. */
function packParagraphs(text: string): string[] {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return pack(
    paragraphs.flatMap((paragraph) =>
      measurePassage(paragraph) <= MAX_TOKENS ? [paragraph] : pack(paragraph.split('\n').flatMap(cutLine), '\n'),
    ),
    '\n\n',
  );
}

/** Items of a list and rows of a table stay whole while they fit. */
function cutLine(line: string): string[] {
  if (measurePassage(line) <= MAX_TOKENS) return [line];
  return pack(
    splitSentences(line).flatMap((sentence) => cutLong(sentence.text)),
    ' ',
  );
}

/** A run of text without an end in sight (a log, a table in one line) is cut between words. */
function cutLong(sentence: string): string[] {
  return measurePassage(sentence) <= MAX_TOKENS ? [sentence] : pack(sentence.split(' '), ' ');
}

function pack(parts: readonly string[], glue: string): string[] {
  const packed: string[] = [];
  for (const part of parts) {
    const last = packed.at(-1);
    if (last !== undefined && measurePassage(last) + measurePassage(part) <= MAX_TOKENS)
      packed[packed.length - 1] = `${last}${glue}${part}`;
    else packed.push(part);
  }
  return packed;
}

function mergeShort(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const withHeading =
      piece.headings.length > 0 && last?.headings.join() !== piece.headings.join()
        ? `${piece.headings.at(-1)}\n\n${piece.text}`
        : piece.text;
    const isShort =
      last && measurePassage(last.text) < MIN_TOKENS && measurePassage(last.text) + measurePassage(withHeading) <= MAX_TOKENS;
    if (last && isShort) merged[merged.length - 1] = { ...last, text: `${last.text}\n\n${withHeading}` };
    else merged.push(piece);
  }
  return merged;
}
