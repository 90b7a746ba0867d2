/** A language as a model understands it best: its English name with its tag; "the requester's language" for what is no tag. */
export function toLanguageWords(language: string): string {
  if (!/^[A-Za-z0-9-]{2,35}$/.test(language)) return "the requester's language";
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language);
    return name === undefined ? `the language with the tag "${language}"` : `${name} ("${language}")`;
  } catch {
    return "the requester's language";
  }
}
