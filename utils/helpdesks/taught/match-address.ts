import type { AddressSegment, TicketAddress } from '../../domain/taught-helpdesk.ts';

const forms = { number: /^\d{1,20}$/, key: /^(?=.*\d)[\w-]{1,64}$/ } as const;

export const isIdOf = (form: TicketAddress['form'], text: string): boolean => forms[form].test(text);

/** Pieces between slashes, without empty ones; a hash's `#` and `!` left out. */
export const toPieces = (text: string): readonly string[] =>
  text
    .replace(/^#!?/, '')
    .split('/')
    .filter((piece) => piece !== '');

/** The id of the ticket in an address, or `undefined` where the address is not one of a ticket. */
export function matchAddress({ path, query, hash, form }: TicketAddress, url: URL): string | undefined {
  const found: string[] = [];
  const isMatch = (segments: readonly AddressSegment[], pieces: readonly string[]): boolean =>
    segments.length === pieces.length &&
    segments.every((segment, index) => {
      const piece = pieces[index] ?? '';
      if (segment.kind === 'id') found.push(piece);
      return segment.kind !== 'text' || segment.text === piece;
    });
  if (!isMatch(path, toPieces(url.pathname)) || (hash.length > 0 && !isMatch(hash, toPieces(url.hash)))) return undefined;
  for (const each of query) {
    const value = url.searchParams.get(each.name);
    if (value === null || (each.kind === 'text' && value !== each.text)) return undefined;
    if (each.kind === 'id') found.push(value);
  }
  const [id] = found;
  return id !== undefined && isIdOf(form, id) ? id : undefined;
}

/** The ticket's own page: the address as it is, without parameters and hashes that have nothing to do with it. */
export function toTicketUrl({ query, hash }: TicketAddress, url: URL): URL {
  const own = new URL(url.pathname, url.origin);
  for (const { name } of query) own.searchParams.set(name, url.searchParams.get(name) ?? '');
  if (hash.length > 0) own.hash = url.hash;
  return own;
}
