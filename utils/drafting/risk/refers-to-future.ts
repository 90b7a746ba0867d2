import { foldWithOffsets } from './fold-with-offsets.ts';
import { futurePhrases } from './hint-phrases.ts';
import { toPhrasePattern } from './phrase-pattern.ts';

const compiled = new Map<string, readonly RegExp[]>();

/**
 * The words of a text that speak of what will be and nobody knows yet: releases, plans, prices to come; `undefined` when
 * there are none. For what a requester asks and for what a draft says. `language` is BCP 47; one we have no phrases for
 * is looked at in English. What a process does next ("your refund will arrive") is not meant. Never throws.
 */
export function refersToFuture(text: string, language: string): string | undefined {
  const { text: folded, offsets } = foldWithOffsets(text);
  for (const pattern of patternsOf(language)) {
    pattern.lastIndex = 0;
    const match = pattern.exec(folded);
    if (match) return text.slice(offsets[match.index], offsets[match.index + match[0].length]).trimEnd();
  }
  return undefined;
}

function patternsOf(language: string): readonly RegExp[] {
  const base = language.split('-')[0] ?? 'en';
  const known = compiled.get(base);
  if (known) return known;
  const patterns = (futurePhrases[base] ?? futurePhrases['en'] ?? []).map(toPhrasePattern);
  compiled.set(base, patterns);
  return patterns;
}
