import { fold } from '../../text/fold.ts';
import type { Value, ValueKind } from './value.ts';

const URL_START = /(?:https?:\/\/|www\.)[^\s<>"”»)\]]+/giu;
const LOCAL = /[\p{L}\p{N}._%+-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
/** Longer runs are no order number. */
const MAX_CODE = 200;
const MAX_QUOTE = 160;
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['“', '“”'],
  ['„', '“”'],
  ['«', '»'],
  ['"', '"'],
  ['`', '`'],
]);

/** Values that are spelled, not counted: addresses, e-mail addresses, codes and versions; none overlap. */
export function readSpelled(text: string): Value[] {
  const urls = readAddresses(text);
  const emails = readEmails(text).filter((one) => !overlaps(one, urls));
  const taken = [...urls, ...emails];
  return [...taken, ...readCodes(text).filter((one) => !overlaps(one, taken))].toSorted((a, b) => a.start - b.start);
}

function overlaps(value: Value, others: readonly Value[]): boolean {
  return others.some((other) => other.start < value.end && value.start < other.end);
}

function make(kind: ValueKind, text: string, start: number, end: number, spelling: string): Value {
  return { kind, start, end, text: text.slice(start, end), readings: [{ low: 0, high: 0, unit: spelling }] };
}

/** Without the punctuation behind them; scheme and host in lower case, no slash at the end. */
function readAddresses(text: string): Value[] {
  return [...text.matchAll(URL_START)].map((match) => {
    const raw = trimEnd(match[0], ".,;:!?'’");
    const slash = raw.indexOf('/', raw.indexOf('://') + 3);
    const host = slash < 0 ? raw : raw.slice(0, slash);
    const spelling = host.toLowerCase() + trimEnd(slash < 0 ? '' : raw.slice(slash), '/');
    return make('url', text, match.index, match.index + raw.length, spelling);
  });
}

function readEmails(text: string): Value[] {
  const found: Value[] = [];
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    let start = sign;
    while (start > 0 && LOCAL.test(text[start - 1] ?? '')) start -= 1;
    let end = sign + 1;
    while (end < text.length && DOMAIN.test(text[end] ?? '')) end += 1;
    const raw = trimEnd(text.slice(start, end), '.-');
    const dot = raw.lastIndexOf('.');
    if (start < sign && dot > sign - start + 1 && raw.length - dot > 2)
      found.push(make('email', text, start, start + raw.length, raw.toLowerCase()));
  }
  return found;
}

/** Order numbers, versions, file names, hosts and paths: what holds letters with digits, or points, underlines and slashes inside. */
function readCodes(text: string): Value[] {
  return [...text.matchAll(/[^\s,;“”„«»"`<>→›()[\]]+/gu)].flatMap((match) => {
    let from = 0;
    while (from < match[0].length && /["'’(*:.…¿¡#-]/u.test(match[0][from] ?? '')) from += 1;
    const core = trimEnd(match[0].slice(from), ".:!?…'’*-");
    if (core.length < 2 || core.length > MAX_CODE) return [];
    const kind = toCodeKind(core);
    if (!kind) return [];
    const start = match.index + from;
    const spelling = core.replaceAll(/[‐‑–]/gu, '-').toLowerCase();
    return [make(kind, text, start, start + core.length, kind === 'version' ? spelling.replace(/^v/, '') : spelling)];
  });
}

const CURRENCY_GLUED = /^(?:EUR|USD|GBP|CHF|JPY|CAD|AUD|US\$|CA\$|A\$|R\$)/;

function toCodeKind(core: string): ValueKind | undefined {
  if (/^v\d+(?:\.\d+)*$/i.test(core)) return 'version';
  if (/^\d+(?:\.\d+){2,}$/.test(core)) return isDottedDate(core) ? undefined : 'version';
  const hasDigit = /\p{N}/u.test(core);
  if (/^\p{L}/u.test(core)) {
    if (CURRENCY_GLUED.test(core) && hasDigit) return undefined;
    if (/^\p{L}[\p{L}\p{M}]*$/u.test(core)) return undefined;
    if (hasDigit) return /\p{L}\p{N}|\p{N}\p{L}|^\p{Lu}+[-_/]?\p{N}|[-_]\p{N}/u.test(core) ? 'code' : undefined;
    if (/[_{}]/u.test(core) && !/\p{L}'/u.test(core)) return 'code';
    return /\p{L}{2}\.\p{L}{2}/u.test(core) && !core.split('.').some((part) => part.length < 2) ? 'code' : undefined;
  }
  if (core.startsWith('/')) return /^\/[\p{L}\p{N}{]/u.test(core) && (core.match(/\//g)?.length ?? 0) > 1 ? 'code' : undefined;
  if (!/^\p{N}/u.test(core) || /^\d{4}-\d\d-\d\dT?/.test(core)) return undefined;
  return /^\d+[-_]?\p{Lu}+[-_]?\d/u.test(core) ? 'code' : undefined;
}

function isDottedDate(core: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$/.test(core) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(core);
}

/** Terms in quotation marks, at most 160 characters, not over a line's end. They may hold other values. */
export function readQuoted(text: string): Value[] {
  const found: Value[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const ends = QUOTES.get(text[start] ?? '');
    if (ends === undefined) continue;
    const limit = Math.min(text.length, start + MAX_QUOTE);
    let end = start + 1;
    while (end < limit && text[end] !== '\n' && !ends.includes(text[end] ?? '')) end += 1;
    if (end >= limit || text[end] === '\n') continue;
    const inside = text.slice(start + 1, end);
    if (/\p{L}/u.test(inside)) found.push(make('quoted', text, start, end + 1, toSpelling(inside)));
    start = end;
  }
  return found;
}

/** Words alone: case, accents and punctuation do not count. */
export function toSpelling(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}{}]+/gu) ?? []).join(' ');
}

/** A pattern with "+$" would try every place in a run of signs again. */
function trimEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
