/** The pronouns of formal and familiar address; both '' where a language has no such difference. */
export type AddressPronouns = { readonly formal: string; readonly informal: string };

const pronouns: Readonly<Record<string, AddressPronouns>> = {
  de: { formal: 'Sie', informal: 'du' },
  es: { formal: 'usted', informal: 'tú' },
  fr: { formal: 'vous', informal: 'tu' },
  it: { formal: 'Lei', informal: 'tu' },
  nl: { formal: 'u', informal: 'je' },
  pt: { formal: 'o senhor / a senhora', informal: 'você' },
};

/** Pronouns of `language`, BCP 47. */
export function formalAddressOf(language: string): AddressPronouns {
  return pronouns[language.split('-')[0] ?? language] ?? { formal: '', informal: '' };
}
