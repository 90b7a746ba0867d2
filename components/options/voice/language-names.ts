/** Languages that can be typed by name; others by their code. */
const codes =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  );

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** "German" for `de`; the code itself where it has no name. */
export function nameLanguage(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Codes for what was typed, names in English or their own language, or codes, divided by commas; and what was not understood. */
export function parseLanguages(typed: string): { readonly codes: string[]; readonly unknown: string[] } {
  const found: string[] = [];
  const unknown: string[] = [];
  for (const part of typed.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === '') continue;
    const code = findCode(part);
    if (code === undefined) unknown.push(part);
    else if (!found.includes(code)) found.push(code);
  }
  return { codes: found, unknown };
}

function findCode(typed: string): string | undefined {
  const wanted = typed.toLowerCase();
  const byName = codes.find((code) => nameLanguage(code).toLowerCase() === wanted || nameInItself(code) === wanted);
  if (byName !== undefined) return byName;
  const base = /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$/.exec(wanted)?.[1];
  return base !== undefined && nameLanguage(base) !== base ? base : undefined;
}

function nameInItself(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code)?.toLowerCase() ?? '';
}
