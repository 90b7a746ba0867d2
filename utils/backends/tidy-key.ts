/** Spaces of every kind, also those that nobody sees. */
const EDGE = String.raw`[\s\u200B-\u200D\u2060\uFEFF]`;
const edges = new RegExp(`^${EDGE}+|${EDGE}+$`, 'gu');

/**
 * A key as it was meant: what a copied line brings along is taken off (spaces and line breaks around it, quotes,
 * `Authorization:`, `Bearer`). What stands inside stays, see `findKeyFault`.
 */
export function tidyKey(pasted: string): string {
  return pasted
    .replaceAll(edges, '')
    .replace(/^authorization:\s*/i, '')
    .replace(/^bearer\s+/i, '')
    .replaceAll(/^["'`]+|["'`]+$/g, '')
    .replaceAll(edges, '');
}

/** Why a tidied key cannot be sent, in words for a person; `undefined` when it can. An empty key is none, and fine. */
export function findKeyFault(key: string): string | undefined {
  if (/\s/u.test(key)) return 'The key has a space or a line break in the middle. Copy it again, as one piece. Nothing was sent.';
  return /^[\x21-\x7E]*$/.test(key)
    ? undefined
    : 'The key holds a letter that no key has. Copy it again from the service. Nothing was sent.';
}
