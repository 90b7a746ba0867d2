import type { Lead } from '../../domain/ticket-layout.ts';
import { hasOwnText } from './find-items.ts';
import { findFirst, selectPart, type SelectedPart } from './select-part.ts';

const AUTHOR_MARK = /author|name|from|sender|user|who|poster|person|creator|byline/i;
const BADGE_MARK = /badge|role|label|tag\b|type|kind|status|initial|avatar|count|time|date|meta\b|number/i;
const ROLE_WORD =
  /^(?:customer|client|agent|staff|support|requester|user|guest|end[- ]user|member|team|internal|public|private|note|reply|kunde|mitarbeiter|notiz|you|me)s?:?$/i;
const MAX_NAME = 80;

/** A message whose kind the agent has shown: two of different kinds have different authors. */
export type AuthorSample = { readonly item: Element; readonly click: Element; readonly kind: 'requester' | 'agent' | 'note' };

const textOf = (element: Element): string => (element.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

/** Where each message names its author: short, outside what was written, different for requester and agent. */
export function findAuthor(
  samples: readonly AuthorSample[],
  all: readonly Element[],
  timeCss: string | undefined,
  shown?: Element,
): Lead | undefined {
  const [first] = samples;
  if (!first) return undefined;
  const items = samples.map(({ item }) => item);
  const isApart = (found: Element, of: Element): boolean => {
    const sample = samples.find(({ item }) => item === of);
    return sample !== undefined && (sample.click.contains(found) || found.contains(sample.click));
  };
  const time = timeCss === undefined ? undefined : findFirst(first.item, timeCss);
  const places = shown ? [shown] : [...first.item.querySelectorAll('*')].filter((element) => isNameLike(element, first, time));
  const found = places.flatMap((element) => {
    const selected = selectPart({
      items,
      parts: items.map((each) => (each.contains(element) ? element : undefined)),
      all,
      isGood: (each) => textOf(each) !== '' && textOf(each).length <= MAX_NAME,
      isApart,
    });
    return selected ? [{ selected, score: score(element, selected, samples) }] : [];
  });
  const [best] = found.toSorted((a, b) => b.score - a.score);
  return best && (shown || best.score > 0) ? { css: best.selected.css, sure: 'taught' } : undefined;
}

function isNameLike(element: Element, { click }: AuthorSample, time: Element | undefined): boolean {
  if (!hasOwnText(element) || element.contains(click) || click.contains(element)) return false;
  if (time && (time.contains(element) || (element.contains(time) && element !== time))) return false;
  const text = textOf(element);
  return text.length <= MAX_NAME && /\p{L}/u.test(text) && element.closest('button, select, textarea, script, style') === null;
}

function score(element: Element, { css, isFragile }: SelectedPart, samples: readonly AuthorSample[]): number {
  const names = samples.map(({ item, kind }) => ({ kind, text: textOf(findFirst(item, css) ?? item) }));
  const said = (kind: AuthorSample['kind']): readonly string[] =>
    names.filter((name) => name.kind === kind).map(({ text }) => text);
  const differ = said('requester').every((name) => !said('agent').includes(name));
  const marks = `${element.className} ${element.getAttribute('data-testid') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
  const isBefore = samples[0] !== undefined && (element.compareDocumentPosition(samples[0].click) & 4) !== 0;
  const text = textOf(element);
  return (
    (differ ? 4 : -4) +
    (AUTHOR_MARK.test(marks) ? 3 : 0) -
    (BADGE_MARK.test(marks) ? 3 : 0) +
    (isBefore ? 2 : 0) +
    (/^(?:a|b|strong|h\d|cite|address)$/.test(element.localName) ? 1 : 0) -
    (names.some((name) => ROLE_WORD.test(name.text)) ? 4 : 0) -
    (text.length < 3 ? 3 : 0) -
    (/\d|:$/.test(text) ? 2 : 0) -
    (isFragile ? 1 : 0)
  );
}
