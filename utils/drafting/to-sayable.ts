/**
 * A sentence of a passage as it can stand in a reply in marked form: the same words, without signs that would be read there as marks
 * (code, links, citations of its own). Typewriter quotation marks (``so'') become “so”.
 */
export function toSayable(sentence: string): string {
  return sentence
    .replaceAll(/!?\[([^[\]]+)\]\(\s*https?:\/\/[^\s()]*\s*\)/giu, '$1')
    .replaceAll(/\s*(?:\[|【)\s*\^?(?:source\s*)?[1-9]\d?(?:\s*[,;]\s*\^?[1-9]\d?)*(?:†[^\]】]{0,40})?\s*(?:\]|】)/giu, '')
    .replaceAll(/``\s?/gu, '“')
    .replaceAll(/(?<=\S)\s?''(?=[\s.,;:!?)]|$)/gu, '”')
    .replaceAll(/`/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
