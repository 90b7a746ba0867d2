import type { Token } from './tokens.ts';

/** What may stand before a value, folded, by how many words it has. "Within 10 days" and "up to 10 days" both name the most. */
const MOST = new Set(
  'within|up to|at most|maximum|maximum of|max|no more than|not more than|less than|fewer than|under|below|bis zu|hochstens|maximal|innerhalb von|innerhalb|binnen|weniger als|unter|hasta|como maximo|maximo|dentro de|dentro de los|plazo de|delai de|dans les|menos de|jusqu a|au plus|maximum de|sous|moins de|fino a|al massimo|entro|ate|no maximo|tot|hoogstens|binnen'.split(
    '|',
  ),
);
const LEAST = new Set(
  'at least|minimum|minimum of|min|more than|mindestens|mehr als|al menos|minimo|mas de|como minimo|au moins|plus de|almeno|piu di|pelo menos|mais de|minstens|ten minste|meer dan'.split(
    '|',
  ),
);
const MAX_WORDS = 3;

/** Whether the words before a token make its value the most or the least. */
export function readBound(tokens: readonly Token[], at: number): 'most' | 'least' | undefined {
  const words: string[] = [];
  for (let back = at - 1; back >= 0 && words.length < MAX_WORDS; back -= 1) {
    const token = tokens[back];
    if (token?.type === 'sign' && /['’]/u.test(token.text)) continue;
    if (token?.type !== 'word') break;
    words.unshift(token.key);
    const phrase = words.join(' ');
    // The longest phrase wins: "no more than" is no "more than".
    const longer = [tokens[back - 1]?.key, phrase].join(' ');
    if (MOST.has(longer)) return 'most';
    if (LEAST.has(longer)) continue;
    if (LEAST.has(phrase)) return 'least';
    if (MOST.has(phrase)) return 'most';
  }
  return undefined;
}
