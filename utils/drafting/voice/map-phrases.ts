import type { DraftBlock, DraftSentence } from '../../domain/draft.ts';
import { recognisePhrase, type KnownPhrase } from './recognise-phrase.ts';

/**
 * Goes over the sentences of a reply. `change` is given one of them, or two neighbours that are one frame sentence cut in two by a
 * quotation, with what it was recognised as, and gives what stands in their place.
 */
export function mapPhrases(
  blocks: readonly DraftBlock[],
  language: string,
  change: (sentences: readonly DraftSentence[], phrase: KnownPhrase | undefined) => readonly DraftSentence[],
): DraftBlock[] {
  const mapLine = (line: readonly DraftSentence[]): DraftSentence[] => {
    const mapped: DraftSentence[] = [];
    for (let at = 0; at < line.length; at += 1) {
      const [one, two] = [line[at], line[at + 1]];
      if (!one) break;
      const both = two ? recognisePhrase(`${one.text} ${two.text}`, language) : undefined;
      if (both && two) {
        mapped.push(...change([one, two], both));
        at += 1;
      } else mapped.push(...change([one], recognisePhrase(one.text, language)));
    }
    return mapped;
  };
  return blocks.map((block) => ({ ...block, lines: block.lines.map(mapLine) }));
}
