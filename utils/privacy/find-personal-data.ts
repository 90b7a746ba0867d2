import { toAsciiDigits } from './ascii-digits.ts';
import { findCards } from './find-cards.ts';
import { findEmails } from './find-emails.ts';
import { findIbans } from './find-ibans.ts';
import { findIpAddresses } from './find-ip-addresses.ts';
import { findKnownNames } from './find-names.ts';
import { findLinks } from './find-links.ts';
import { findPhones } from './find-phones.ts';
import { findSecrets } from './find-secrets.ts';
import { findSsns } from './find-ssns.ts';
import { mergeSpans } from './merge-spans.ts';
import type { PiiKind, PiiSpan } from './pii-kind.ts';

export type KnownPerson = {
  /** Of requester, agents, participants, as the helpdesk has them. */
  readonly names: readonly string[];
  /** Postal addresses, account names and the like that the helpdesk shows beside the ticket; found word for word, in any case. */
  readonly addresses?: readonly string[];
};

const structured = [findSecrets, findLinks, findEmails, findIbans, findCards, findSsns, findIpAddresses, findPhones];

/**
 * Everything personal in a text, in its order, none overlapping. What was recognised once is found wherever else it stands.
 * Order, invoice and customer numbers, links without a token, hashes and versions are not personal. No model: names only
 * where they are known.
 */
export function findPersonalData(text: string, known: KnownPerson): PiiSpan[] {
  const plain = toAsciiDigits(text);
  const found = mergeSpans([
    ...structured.flatMap((find) => find(plain)),
    ...findKnownNames(text, known.names),
    ...(known.addresses ?? []).flatMap((address) => findLiteral('address', text, address)),
  ]);
  const again = new Map(found.filter(({ kind }) => kind !== 'name').map((span) => [text.slice(span.start, span.end), span.kind]));
  return mergeSpans([...found, ...[...again].flatMap(([value, kind]) => findLiteral(kind, text, value))]);
}

/** Shorter values stand by chance in other words. */
const MIN_LITERAL = 5;

function findLiteral(kind: PiiKind, text: string, value: string): PiiSpan[] {
  const words = value
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  if (value.trim().length < MIN_LITERAL) return [];
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])${words.join(String.raw`[\s,]{1,4}`)}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(expression)].map(({ index, 0: { length } }) => ({ kind, start: index, end: index + length }));
}
