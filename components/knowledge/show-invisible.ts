/**
 * Characters that take no place, or turn the direction of what follows, and so may hide words from a reader: format
 * characters (soft hyphens and joiners of scripts and emoji stay), tags, variation of nothing, control characters but
 * line break and tab.
 */
const INVISIBLE = /(?!\u00ad|\u200c|\u200d|[\n\t\r])[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]/gu;

/** A text for a person who has to judge it: what can't be seen stands there as ⟨U+200B⟩. */
export function showInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => `⟨U+${hex(character)}⟩`);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
