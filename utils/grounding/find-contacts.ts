/** Ways to write to, call, pay or open somebody: what a reply must never make up. */
const ADDRESS =
  /(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{1,14}:\/\/[^\s<>"”»)\]`]+|(?<![\p{L}\p{N}])(?:javascript|data|mailto|tel|sms):[^\s<>"”»)\]`]+/giu;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const HANDLE = /(?<![\p{L}\p{N}._%+@/-])@[\p{L}\p{N}_]{3,40}/gu;
/** Letters on both sides of each point: "e.g." and "3.5" are none; "end.Then" is no host either, its second part being a word with a capital. */
const HOST =
  /(?<![\p{L}\p{N}@._-])[\p{L}\p{N}-]{2,63}(?:\.[\p{L}\p{N}-]{2,63}){0,4}\.(?:\p{Ll}{2,24}|\p{Lu}{2,24})(?![\p{L}\p{N}])(?:\/[^\s<>"”»)\]`]*)?/gu;
const ACCOUNT = /(?<![\p{L}\p{N}])\p{Lu}{2}\d{2}(?: ?[\p{Lu}\d]{4}){2,7}(?: ?[\p{Lu}\d]{1,4})?(?![\p{L}\p{N}])/gu;
const PHONE = /(?<![\p{L}\p{N}.,-])(?:\+|00)?\(?\d[\d ()/.–-]{5,24}\d(?![\p{L}\p{N}])/gu;
/** Counted with points, dashes or slashes, and no phone number. */
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4} ?[–-] ?\d{4}|\d{1,3}(?:[., ]\d{3})+)$/;

/**
 * Addresses, hosts, e-mail addresses, handles, phone numbers and accounts in a text, each as one spelling: lower case, without
 * scheme, "www." and what ends a sentence; disarmed ones (`hxxp`, `[.]`, "dot com") as what they stand for. Linear time.
 */
export function findContacts(text: string): string[] {
  let left = arm(text);
  const found: string[] = [];
  const take = (pattern: RegExp, toSpelling: (raw: string) => string | undefined): void => {
    left = left.replaceAll(pattern, (raw: string) => {
      const spelling = toSpelling(raw);
      if (spelling === undefined) return raw;
      found.push(spelling);
      return ' ';
    });
  };
  take(ADDRESS, toAddress);
  take(EMAIL, (raw) => raw.toLowerCase());
  take(HANDLE, (raw) => raw.toLowerCase());
  take(HOST, toAddress);
  take(ACCOUNT, (raw) => raw.replaceAll(' ', '').toLowerCase());
  take(PHONE, toPhone);
  return found;
}

/** Is this one of `known`, or a page above one of them? */
export function isKnownContact(contact: string, known: readonly string[]): boolean {
  return known.some((one) => one === contact || ['/', '?', '#'].some((border) => one.startsWith(contact + border)));
}

function arm(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\bhxxp/gi, 'http')
    .replaceAll(/ ?[[({] ?(?:\.|dot|punkt|punto|point) ?[\])}] ?/gi, '.')
    .replaceAll(/ ?[[({] ?(?:@|at) ?[\])}] ?/gi, '@')
    .replaceAll(/ (?:dot|punkt) (?=(?:com|net|org|io|de|co|info|shop|app|example)(?!\p{L}))/giu, '.')
    .replaceAll('。', '.');
}

function toAddress(raw: string): string {
  return raw
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[.,;:!?'’/]{1,9}$/, '');
}

/** Seven digits or more, set apart as people set phone numbers apart; a bare run of digits is an order number. */
function toPhone(raw: string): string | undefined {
  const digits = raw.replaceAll(/\D/g, '');
  const isApart = /^(?:\+|00)/.test(raw) || /[ ()/.–-]/.test(raw);
  return digits.length >= 7 && isApart && !DATE.test(raw.trim()) ? digits.replace(/^00/, '') : undefined;
}
