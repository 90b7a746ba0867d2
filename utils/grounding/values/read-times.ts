import type { Token } from './tokens.ts';
import type { Found } from './value.ts';

const ZONE = /^(?:UTC|GMT|CET|CEST|MEZ|MESZ|EST|EDT|PST|PDT|CST|CDT|MST|MDT|BST|IST|JST)$/;

/** A time of day: "14:30", "2:30 pm", "2 p.m.", "14 Uhr", "14h30", each with its zone where one is named. */
export function readTime(text: string, tokens: readonly Token[], at: number): Found | undefined {
  const first = tokens[at];
  if (first?.type !== 'number' || !/^\d{1,2}$/.test(first.text)) return undefined;
  let hour = Number(first.text);
  let minute = 0;
  let next = at + 1;
  let isTime = false;
  const [sign, minutes] = [tokens[next], tokens[next + 1]];
  if (sign?.isJoined && minutes?.isJoined && /^\d\d$/.test(minutes.text) && (sign.text === ':' || sign.key === 'h')) {
    minute = Number(minutes.text);
    next += 2;
    isTime = true;
    if (tokens[next]?.text === ':' && /^\d\d$/.test(tokens[next + 1]?.text ?? '')) next += 2;
  }
  const half = /^(?:am|pm)$/.exec(tokens[next]?.key ?? '')?.[0] ?? readDottedHalf(tokens, next);
  if (half !== undefined && hour >= 1 && hour <= 12) {
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
    next += tokens[next]?.key.length === 2 ? 1 : tokens[next + 3]?.text === '.' ? 4 : 3;
    isTime = true;
  } else if (tokens[next]?.key === 'uhr') {
    next += 1;
    isTime = true;
    const after = tokens[next];
    if (minute === 0 && after?.type === 'number' && /^[0-5]\d$/.test(after.text)) {
      minute = Number(after.text);
      next += 1;
    }
  }
  if (!isTime || hour > 24 || minute > 59) return undefined;
  const zone = ZONE.exec(tokens[next]?.text ?? '')?.[0];
  if (zone !== undefined) next += 1;
  const low = hour * 60 + minute;
  const unit = zone === undefined ? 'min of day' : `min of day ${zone}`;
  const end = tokens[next - 1]?.end ?? first.end;
  return {
    value: { kind: 'time', start: first.start, end, text: text.slice(first.start, end), readings: [{ low, high: low, unit }] },
    next,
  };
}

/** "p.m." in three or four tokens. */
function readDottedHalf(tokens: readonly Token[], at: number): string | undefined {
  const [letter, point, m] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (letter?.key === 'a' || letter?.key === 'p') && point?.text === '.' && m?.key === 'm' ? `${letter.key}m` : undefined;
}
