import type { Result } from '../../domain/failure.ts';
import { toNamedStem } from '../layout/mark-words.ts';
import { readRootMarks } from '../layout/root-marks.ts';
import type { AuthorSample } from './find-author.ts';
import { readSigns } from './read-signs.ts';

/** How the page marks who wrote a message and who reads it; selectors as the layout's tests take them. */
export type Tests = {
  readonly requester: string;
  readonly agent: string;
  readonly note: string | undefined;
  readonly internal: readonly string[];
  readonly knownMarks: readonly string[];
  readonly isFragile: boolean;
};

export type TellApartInput = {
  readonly samples: readonly AuthorSample[];
  readonly all: readonly Element[];
  readonly itemCss: string;
  readonly bodyCss: string;
  /** Names of authors: a mark that holds one of them says who wrote, not what kind of person. */
  readonly names: readonly string[];
};

const REQUESTER =
  /customer|client|requester|enduser|end-user|guest|visitor|contact|inbound|incoming|received|external|user\b|them\b|left\b|\bin\b/i;
const AGENT =
  /agent|staff|operator|support|employee|team|outbound|outgoing|sent\b|response|reply|own\b|self\b|\bme\b|right\b|\bout\b|admin/i;
const NOTE = /note|internal|private|whisper|staff-only|confidential/i;

/** What notes are called where none was shown; asked of no page whose public messages carry it. */
const NOTE_GUESSES = [
  '[class*="internal" i]',
  '[class*="private" i]',
  '[class*="whisper" i]',
  '[class*="note" i]',
  '[data-internal="true"]',
  '[data-private="true"]',
];

/**
 * Marks that the messages of one kind have and those of the other kinds have not. Nothing tells them apart: refused, since a note read as a reply
 * is the one mistake that can't be taken back.
 */
export function tellApart(input: TellApartInput): Result<Tests, string> {
  const { samples, all, itemCss, bodyCss, names } = input;
  const of = (kind: AuthorSample['kind']): readonly Element[] =>
    samples.filter((sample) => sample.kind === kind).map(({ item }) => item);
  const [requesters, agents, notes] = [of('requester'), of('agent'), of('note')];
  const has = (item: Element, css: string): boolean => hasSign(item, css, bodyCss);
  const choose = (own: readonly Element[], others: readonly Element[], words: RegExp): string | undefined => {
    const [first] = own;
    if (!first) return undefined;
    const signs = readSigns(first, bodyCss, names).filter(
      (css) => own.every((item) => has(item, css)) && !others.some((item) => has(item, css)),
    );
    const weighed = signs.map((css, index) => ({
      css,
      weight: (words.test(css) ? 0 : 1000) + (isMadeUp(css) ? 2000 : 0) + index,
    }));
    return weighed.toSorted((a, b) => a.weight - b.weight)[0]?.css;
  };
  const note = choose(notes, [...requesters, ...agents], NOTE);
  if (notes.length > 0 && note === undefined)
    return {
      ok: false,
      error:
        'Nothing on this page tells an internal note from a reply, so it can’t be taught: a note could be taken for a reply.',
    };
  const requesterSign = choose(requesters, [...agents, ...notes], REQUESTER);
  const agentSign = choose(agents, requesters, AGENT);
  const without = (css: string): string => (all.some((item) => item.matches(css)) ? `:not(${css})` : `:not(:has(${css}))`);
  const others = (css: string): string => `:is(${itemCss})${without(css)}${note === undefined ? '' : without(note)}`;
  const requester = requesterSign ?? (agentSign === undefined ? undefined : others(agentSign));
  const agent = agentSign ?? (requesterSign === undefined ? undefined : others(requesterSign));
  if (requester === undefined || agent === undefined)
    return {
      ok: false,
      error:
        'Nothing but the names tells the requester’s messages from an agent’s on this page, and names can be chosen by anyone. It can’t be taught.',
    };
  const shown = [...requesters, ...agents];
  const guesses = NOTE_GUESSES.filter((css) => !shown.some((item) => has(item, css)));
  return {
    ok: true,
    value: {
      requester,
      agent,
      note,
      internal: note === undefined ? guesses : [note, ...guesses],
      knownMarks: [...new Set([...shown, ...notes].flatMap(readRootMarks).map(toLastingMark))].slice(0, 100),
      isFragile: [requester, agent, note ?? ''].some(isMadeUp),
    },
  };
}

/** As the engine asks it: the message itself or something in it, its body left out. */
export function hasSign(item: Element, css: string, bodyCss: string): boolean {
  const bodies = [...item.querySelectorAll(bodyCss)];
  return item.matches(css) || [...item.querySelectorAll(css)].some((found) => !bodies.some((body) => body.contains(found)));
}

/** A class without the hash that a tool has finished it with. */
function toLastingMark(mark: string): string {
  const stem = mark.startsWith('.') ? toNamedStem(mark.slice(1)) : undefined;
  return stem === undefined ? mark : `.${stem}*`;
}

const isMadeUp = (css: string): boolean => /\.[\w-]*\d/.test(css);
