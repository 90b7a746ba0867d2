import type { Lead } from '../../domain/ticket-layout.ts';
import { readTime } from '../read-time.ts';
import { selectPart } from './select-part.ts';

/** A date alone is none: messages of one day would all be of one time. */
const WITH_TIME_OF_DAY = /\d:\d\d|^\d{10}$|^\d{13}$/;
const NOT_A_TIME = /^(?:class|href|src|style|id|name|value|aria-.*)$/;

const isClear = (raw: string): boolean => raw.length < 80 && WITH_TIME_OF_DAY.test(raw.trim()) && readTime(raw) !== undefined;

/** Where each message says when it was written, so that a machine can read it; the best attribute first, a text that can't be mistaken last. */
export function findTime(
  items: readonly Element[],
  clicks: readonly Element[],
  all: readonly Element[],
  shown?: Element,
): Lead | undefined {
  const [item] = items;
  const [click] = clicks;
  if (!item || !click) return undefined;
  const isApart = (found: Element, of: Element): boolean => {
    const index = items.indexOf(of);
    const clicked = clicks[index];
    return clicked !== undefined && clicked !== of && clicked.contains(found);
  };
  const places = (shown ? [shown, ...shown.querySelectorAll('*')] : [item, ...item.querySelectorAll('*')]).filter(
    (element) => !isApart(element, item),
  );
  const asAttribute = places.flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => /^[\w-]{1,60}$/.test(name) && !NOT_A_TIME.test(name) && isClear(value))
      .map(({ name }) => ({ element, attribute: name })),
  );
  const asText = places
    .filter((element) => !element.contains(click) && isClear(element.textContent ?? ''))
    .map((element) => ({ element, attribute: undefined }));
  for (const { element, attribute } of [...asAttribute.toSorted(byAttribute), ...asText]) {
    const read = (found: Element): string => (attribute === undefined ? found.textContent : found.getAttribute(attribute)) ?? '';
    const selected = selectPart({
      items,
      parts: items.map((each) => (each === item ? element : undefined)),
      all,
      isGood: (found) => isClear(read(found)),
      isApart,
    });
    if (selected) return { css: selected.css, ...(attribute === undefined ? {} : { attribute }), sure: 'taught' };
  }
  return undefined;
}

const rank = (attribute: string): number => ['datetime', 'data-timestamp', 'data-time', 'data-date', 'title'].indexOf(attribute);

const byAttribute = (a: { readonly attribute: string }, b: { readonly attribute: string }): number =>
  (rank(a.attribute) < 0 ? 9 : rank(a.attribute)) - (rank(b.attribute) < 0 ? 9 : rank(b.attribute));
