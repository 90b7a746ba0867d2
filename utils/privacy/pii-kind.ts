/**
 * What is taken out of a text, with the word that stands in its placeholder. `look-alike` is no personal data: text that
 * reads like one of our placeholders is put away too, so that only ours are ever restored.
 */
export const placeholderWords = {
  'private-key': 'key',
  link: 'link',
  'e-mail': 'e-mail',
  iban: 'IBAN',
  card: 'card',
  ssn: 'SSN',
  ip: 'IP',
  phone: 'phone',
  secret: 'secret',
  address: 'address',
  name: 'name',
  'look-alike': 'text',
} as const;

export type PiiKind = keyof typeof placeholderWords;

/** Where something personal stands in a text: offsets in UTF-16 units, end excluded. */
export type PiiSpan = { readonly kind: PiiKind; readonly start: number; readonly end: number };

/** A span for each match of a global expression, of its group 1 where `group` says so (the expression then needs the flag `d`). */
export function toSpans(kind: PiiKind, text: string, expression: RegExp, group?: 1): PiiSpan[] {
  return [...text.matchAll(expression)].flatMap((match) => {
    const [start, end] = (group ? match.indices?.[group] : undefined) ?? [match.index, match.index + match[0].length];
    return end > start ? [{ kind, start, end }] : [];
  });
}
