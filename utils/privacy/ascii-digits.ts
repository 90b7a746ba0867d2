/** First digits of the scripts whose digits people type: Arabic-Indic, Persian, Devanagari, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];

/** The same text, unit by unit, with digits of other scripts as 0–9, full-width "@", "." and "+" plain, and dashes and no-break spaces as "-" and " ". */
export function toAsciiDigits(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
    })
    .replaceAll('\uff20', '@')
    .replaceAll('\uff0e', '.')
    .replaceAll('\uff0b', '+')
    .replaceAll(/[\u2010-\u2015\u2212\uff0d]/g, '-')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ');
}
