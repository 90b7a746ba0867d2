import { placeholderWords, type PiiKind } from './pii-kind.ts';

/**
 * Which placeholder stands for which value, for one text or for all texts of one ticket. Lives in memory only: whoever has
 * it can undo the redaction.
 */
export type PlaceholderBook = {
  /** `[e-mail 1]`; the same value of the same kind always gets the same one. Spelt differently it is another value, so that it comes back as it was. */
  readonly toPlaceholder: (kind: PiiKind, value: string) => string;
  readonly toValue: (placeholder: string) => string | undefined;
  /** Names that earlier texts of the ticket gave away. */
  readonly spokenNames: Set<string>;
};

export function createPlaceholderBook(): PlaceholderBook {
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<PiiKind, number>();
  return {
    toPlaceholder(kind, value) {
      const key = `${kind} ${value}`;
      const known = placeholders.get(key);
      if (known !== undefined) return known;
      const number = (counts.get(kind) ?? 0) + 1;
      const placeholder = writePlaceholder(kind, number);
      counts.set(kind, number);
      placeholders.set(key, placeholder);
      values.set(placeholder, value);
      return placeholder;
    },
    toValue: (placeholder) => values.get(placeholder),
    spokenNames: new Set(),
  };
}

/** `[card 2]`: words and brackets survive a model's rewriting better than anything that looks like markup. */
export function writePlaceholder(kind: PiiKind, number: number): string {
  return `[${placeholderWords[kind]} ${number}]`;
}
