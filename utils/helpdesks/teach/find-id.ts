import type { AddressSegment, TicketAddress } from '../../domain/taught-helpdesk.ts';
import { isIdOf, toPieces } from '../taught/match-address.ts';

/** A place in the address where an id may stand. */
export type IdPlace = {
  readonly address: TicketAddress;
  readonly id: string;
  readonly label: string;
  readonly isInPage: boolean;
};

/** Parameters that choose what a page shows, in systems where every page has the same path. */
const CHOOSES_PAGE = /^(?:page|p|action|act|a|do|module|mod|m|view|controller|route|r|task|area|mode|cmd|op|section|func)$/i;

/** Every place of the address that may hold the ticket's id; those whose id the page shows too come first, then the last before the first. */
export function findIdPlaces(url: URL, document: Document, subject: string): readonly IdPlace[] {
  const path = toPieces(url.pathname);
  const hash = toPieces(url.hash.split('?')[0] ?? '');
  const literals = [...url.searchParams].flatMap(([name, text]) =>
    CHOOSES_PAGE.test(name) && !/\d/.test(text) && isParameterName(name) ? [{ kind: 'text', name, text } as const] : [],
  );
  const around = { path: path.map((piece) => toSegment(piece, subject)), hash: [], query: [] };
  const place = (id: string, shape: Omit<TicketAddress, 'form'>, label: string): IdPlace[] => {
    const form = isIdOf('number', id) ? 'number' : 'key';
    return isLikely(id) ? [{ address: { ...shape, form }, id, label: `${id} in ${label}`, isInPage: isShown(document, id) }] : [];
  };
  const withId = (pieces: readonly string[], at: number): AddressSegment[] =>
    pieces.map((piece, index) => (index === at ? { kind: 'id' } : toSegment(piece, subject)));
  const found = [
    ...path.flatMap((piece, at) => place(piece, { ...around, path: withId(path, at) }, `/${path.join('/')}`)),
    ...[...url.searchParams].flatMap(([name, value]) =>
      isParameterName(name) ? place(value, { ...around, query: [...literals, { kind: 'id', name }] }, `?${name}=${value}`) : [],
    ),
    ...hash.flatMap((piece, at) => place(piece, { ...around, hash: withId(hash, at) }, `#${hash.join('/')}`)),
  ];
  return found.toReversed().toSorted((a, b) => Number(b.isInPage) - Number(a.isInPage));
}

const isParameterName = (name: string): boolean => /^[\w.[\]-]{1,60}$/.test(name);

/** Not a version in a path, nor a word with a number in it. */
const isLikely = (id: string): boolean =>
  isIdOf('number', id) || (isIdOf('key', id) && !/^v\d+$/i.test(id) && /\d{2}|-\d/.test(id));

/** Another id, or words of the subject, differ from ticket to ticket. */
function toSegment(piece: string, subject: string): AddressSegment {
  const words = piece
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3);
  const isFromSubject = words.length > 1 && words.every((word) => subject.toLowerCase().includes(word));
  return isLikely(piece) || isFromSubject ? { kind: 'any' } : { kind: 'text', text: piece };
}

/** The page says the id too: in its title, a hidden field, an attribute or a text of its own. */
function isShown(document: Document, id: string): boolean {
  if (new RegExp(`(?:^|\\D)${id.replace(/[^\w]/g, '\\$&')}(?:\\D|$)`).test(document.title)) return true;
  return [...document.querySelectorAll('body *')].some(
    (element) =>
      [...element.attributes].some(({ name, value }) => value === id && (name === 'value' || name.startsWith('data-'))) ||
      (element.childElementCount === 0 && [id, `#${id}`].includes((element.textContent ?? '').trim())),
  );
}
