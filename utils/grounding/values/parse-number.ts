const DIGITS = /^\d+(?:[.,'’\u00a0\u202f]\d+)*$/;

/**
 * What a number as written may mean: "1.299,00" is 1299, "1,800" is 1800. A single point before three digits is read both
 * ways ("1.234" is 1234 or 1.234), since writers do not keep to their language's rule. Empty for digits of other scripts and
 * for what has more points than a number can have ("4.2.1").
 */
export function parseNumber(raw: string): readonly number[] {
  const plain = raw.normalize('NFKC').replaceAll(/['’\s]/gu, '');
  if (!DIGITS.test(plain) || plain.length > 40) return [];
  const points = plain.split('.').length - 1;
  const commas = plain.split(',').length - 1;
  if (points === 0 && commas === 0) return [Number(plain)];
  if (points > 0 && commas > 0) {
    const decimal = plain.lastIndexOf('.') > plain.lastIndexOf(',') ? '.' : ',';
    const [whole = '', part = '', ...rest] = plain.split(decimal);
    if (rest.length > 0 || !isGrouped(whole.split(decimal === '.' ? ',' : '.'))) return [];
    return [Number(`${whole.replaceAll(/[.,]/g, '')}.${part}`)];
  }
  const parts = plain.split(/[.,]/);
  const joined = Number(parts.join(''));
  if (parts.length > 2) return isGrouped(parts) ? [joined] : [];
  const asDecimal = Number(parts.join('.'));
  if (!isGrouped(parts) || parts[0] === '0') return [asDecimal];
  return commas === 1 ? [joined] : [joined, asDecimal];
}

/** 1.234.567, and 12,34,567 as it is written in India. */
function isGrouped(parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const middle = others.slice(0, -1);
  return (
    first.length <= 3 &&
    (others.at(-1)?.length ?? 3) === 3 &&
    (middle.every((one) => one.length === 3) || middle.every((one) => one.length === 2))
  );
}
