/** Lower-case letters without accents: what is compared when spelling should not matter. "Kündigung" → "kundigung". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** Runs of letters and digits, as they stand; "NW-2026" gives two. */
export function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
