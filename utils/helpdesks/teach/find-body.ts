import type { Lead } from '../../domain/ticket-layout.ts';
import { sharedMarks } from './element-marks.ts';
import { chainBelow } from './find-items.ts';
import { findFirst, selectPart } from './select-part.ts';

/** Elements that text flows in; a place of its own is made of others. */
const FLOW = /^(?:p|ul|ol|li|a|b|i|em|strong|span|blockquote|table|tbody|tr|br|h[1-6]|code|u|font|small)$/;

export type BodySample = { readonly item: Element; readonly click: Element };

/** What each message says: the biggest block around the click that holds neither author nor time, nor buttons and files beside the text. */
export function findBody(
  samples: readonly BodySample[],
  all: readonly Element[],
  besides: readonly string[],
): { readonly lead: Lead; readonly bodies: readonly Element[] } | undefined {
  const chains = samples.map(({ item, click }) => {
    const others = besides.flatMap((css) => findFirst(item, css, (found) => found.contains(click) && found !== item) ?? []);
    return chainBelow(item, click).filter((element) => !others.some((other) => other !== item && element.contains(other)));
  });
  if (chains.some(({ length }) => length === 0)) return undefined;
  const depth = descend(chains, samples);
  for (let at = depth; at >= 0; at -= 1) {
    const bodies = chains.flatMap((chain) => chain[Math.min(at, chain.length - 1)] ?? []);
    const selected = selectPart({
      items: samples.map(({ item }) => item),
      parts: bodies,
      all,
      isGood: (found, item) => found !== item,
      isApart: (found, item) => found === item,
    });
    if (selected) return { lead: { css: selected.css, sure: 'taught' }, bodies };
  }
  return undefined;
}

/** How far down the text alone begins: past boxes that hold other marked things too. */
function descend(chains: readonly (readonly Element[])[], samples: readonly BodySample[]): number {
  let depth = 0;
  for (;;) {
    const next = chains.flatMap((chain) => chain[depth + 1] ?? []);
    if (next.length < chains.length || next.some(({ localName }) => FLOW.test(localName))) return depth;
    const marks = sharedMarks(next);
    const isPlace = marks.some(({ css }) => samples.every(({ item }) => item.querySelectorAll(css).length === 1));
    const isOneOfSeveral = next.some((element) => (element.parentElement?.childElementCount ?? 0) > 1);
    if (!isPlace || !isOneOfSeveral) return depth;
    depth += 1;
  }
}
