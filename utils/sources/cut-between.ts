/**
 * A text without what stands between two marks (comments), and what stood there. A mark that isn't closed is text. In one pass,
 * however many marks there are: an expression would begin anew at each.
 */
export function cutBetween(text: string, start: string, end: string): { readonly kept: string; readonly cut: readonly string[] } {
  const kept: string[] = [];
  const cut: string[] = [];
  let at = 0;
  for (;;) {
    const from = text.indexOf(start, at);
    const to = from < 0 ? -1 : text.indexOf(end, from + start.length);
    if (to < 0) break;
    kept.push(text.slice(at, from));
    cut.push(text.slice(from + start.length, to));
    at = to + end.length;
  }
  return { kept: kept.join('') + text.slice(at), cut };
}
