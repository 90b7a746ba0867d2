/** Characters that no one sees; they would be indexed, quoted and sent unseen. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u00AD]|[\u{E0000}-\u{E007F}]/gu;

/** Text without invisible characters (zero width, direction, Unicode tags, soft hyphens). */
export function cleanText(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}
