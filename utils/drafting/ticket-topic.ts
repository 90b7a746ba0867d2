const MAX_LENGTH = 80;

/**
 * What the ticket is about, short enough to be named in a sentence: the subject without "Re:", ticket marks, addresses and
 * what follows a dash. '' when nothing sayable is left, as in a subject that only shouts.
 */
export function toTopic(subject: string): string {
  const plain = subject
    .replaceAll(/\[[^\]]{0,60}\]/g, ' ')
    .replaceAll(/\b(?:https?:\/\/|www\.)\S+|\S+@\S+/gi, ' ')
    .replace(/^(?:\s*(?:re|fwd?|aw|wg|tr|rv|antw)\s*:)+/i, '')
    .replaceAll(/["“”„«»\r\n\t]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const head = plain.split(/\s+[-–—|]\s+/)[0] ?? plain;
  const topic = (head.split(' ').length >= 3 ? head : plain).replace(/[\s.!?…:;,]+$/u, '');
  const letters = topic.replaceAll(/[^\p{L}]/gu, '');
  const shouts = letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  if (letters.length < 4 || shouts) return '';
  if (topic.length <= MAX_LENGTH) return topic;
  const cut = topic.slice(0, MAX_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))} …`;
}
