import type { PiiSpan } from './pii-kind.ts';

/**
 * Length of an IBAN by country, from the SWIFT IBAN registry. With these and the check digits a package adds nothing: the
 * bank part has no check of its own that all countries share.
 */
const lengths = new Map(
  (
    'NO15 BE16 DK18 FI18 FK18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 CH21 CR21 HR21 LI21 LV21 ' +
    'BG22 BH22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 ' +
    'SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 ' +
    'NI28 PL28 SV28 YE30 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 MT31 SC31 LC32 HN28 RU33'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Account numbers with a country's length and right check digits, in any case, with single spaces or hyphens anywhere. */
export function findIbans(text: string): PiiSpan[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])[a-z]{2}[ -]?\d[ -]?\d(?=[ -]?[a-z\d])/giu)].flatMap(({ index }) => {
    const end = findEnd(text, index);
    return end === undefined ? [] : [{ kind: 'iban', start: index, end }];
  });
}

function findEnd(text: string, start: number): number | undefined {
  const length = lengths.get(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return undefined;
  let compact = '';
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (/[a-z\d]/i.test(unit)) compact += unit;
    else if (!/[ -]/.test(unit) || /[ -]/.test(text.charAt(at + 1))) return undefined;
    if (compact.length === length)
      return isIbanChecked(compact) && !/^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)) ? at + 1 : undefined;
  }
  return undefined;
}

/** ISO 7064 MOD 97-10 over the number with its first four characters moved to the end, letters as 10–35. */
export function isIbanChecked(iban: string): boolean {
  let rest = 0;
  for (const unit of (iban.slice(4) + iban.slice(0, 4)).toUpperCase()) {
    const value = Number.parseInt(unit, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
