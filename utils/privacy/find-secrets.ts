import { toSpans, type PiiSpan } from './pii-kind.ts';

const keyBlock =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,20000}?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$(?![\s\S]))/g;
const webToken = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*){0,3}/g;
/** Keys whose vendors gave them a beginning of their own. */
const prefixed =
  /(?<![\p{L}\p{N}_-])(?:(?:sk|pk|rk)[-_](?:live|test|proj|ant|or|svcacct|admin)[-_][\w-]{10,}|sk-[A-Za-z0-9]{20,}|whsec_[\w+/=]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{10,}|xapp-[\w-]{10,}|A(?:KIA|SIA|GPA|ROA)[A-Z0-9]{12,}|AIza[\w-]{30,}|ya29\.[\w.-]{20,}|GOCSPX-[\w-]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|npm_\w{30,}|pypi-[\w-]{30,}|hf_\w{20,}|shp(?:at|ca|pa|ss)_\w{20,}|do[opr]_v1_\w{30,}|EAA[A-Za-z0-9]{30,}|AC[a-f0-9]{32}|SK[a-f0-9]{32}|key-[a-f0-9]{32}|gsk_\w{20,}|r8_\w{20,}|sq0\w{3}-[\w-]{20,}|PMAK-[\w-]{30,}|lin_api_\w{20,}|dapi[a-f0-9]{32})/gu;
const bearer = /\b(?:bearer|basic)\s{1,3}((?=[\w+/.~-]{0,400}\d)[\w+/.~-]{16,400}={0,2})/dgi;

const passWord =
  'pass(?:word|wort|phrase|code|wd)|kennwort|contraseña|mot de passe|palavra[- ]passe|senha|wachtwoord|lösenord|adgangskode|passord|salasana|pin';
const keyWord =
  '(?:api|access|secret|private|auth|license)[ _-]?key|(?:access|auth|authorization|refresh|api|bearer|session)?[ _-]?token|client[ _-]?secret|secret|otp|one-time code|verification code';
const quote = String.raw`["'\x60]?`;
const is = String.raw`\s{1,3}(?:is|was|ist|lautet|war|es|est|é|è|zijn)\s{1,3}`;
/** A password may be any word; what a variable or an example stands for is none. */
const assignedWord = new RegExp(
  String.raw`\b(?:${passWord})${quote}\s{0,3}[:=]\s{0,3}${quote}((?![$={\[(])[^\s"'\x60<>,;]{4,400})`,
  'dgiu',
);
const assignedKey = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${keyWord})${quote}\s{0,3}[:=]\s{0,3}${quote}((?=[^\s"'\x60<>,;]{0,400}\d)(?![$={\[(])[^\s"'\x60<>,;]{6,400})`,
  'dgiu',
);
const said = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${passWord}|${keyWord})${is}${quote}((?=[^\s"'\x60]{0,400}\d)(?=[^\s"'\x60]{0,400}[\p{L}!$%&*@#])[^\s"'\x60<>,;]{6,400}|\d{4,8}(?!\d))`,
  'dgiu',
);
const longToken = /(?<![\p{L}\p{N}_+/=.@-])[A-Za-z0-9_+/-]{32,}={0,2}(?![\p{L}\p{N}_])/gu;

/** Keys, tokens and passwords: by their vendor's beginning, by the words before them, or long and random enough to be nothing else. Hashes, UUIDs and order numbers stay. */
export function findSecrets(text: string): PiiSpan[] {
  return [
    ...toSpans('private-key', text, keyBlock),
    ...[webToken, prefixed].flatMap((expression) => toSpans('secret', text, expression)),
    ...[bearer, assignedWord, assignedKey, said]
      .flatMap((expression) => toSpans('secret', text, expression, 1))
      .map((span) => trimEnd(text, span)),
    ...toSpans('secret', text, longToken).filter(({ start, end }) => isRandom(text.slice(start, end))),
  ].filter(({ start, end }) => end > start);
}

/** To the end of a value longer than the expressions look, without the full stop that ends the sentence and not the password. */
function trimEnd(text: string, span: PiiSpan): PiiSpan {
  const rest = /[^\s"'\x60<>,;]*/y;
  rest.lastIndex = span.end;
  const kept = (text.slice(span.start, span.end) + (rest.exec(text)?.[0] ?? '')).replace(/[.,;:!?)\]}…]+$/u, '');
  return { ...span, end: span.start + kept.length };
}

/** Least bits a character: words joined by hyphens or slashes come to about 3.8 with few digits, random base64 of 32 characters to 4.4 and more. */
const MIN_ENTROPY = 4;

function isRandom(token: string): boolean {
  const digits = token.match(/\d/g)?.length ?? 0;
  const mixed = /[a-z]/.test(token) && /[A-Z]/.test(token) && digits >= 3;
  if (!mixed || token.split(/[-_/]/).length > 6) return false;
  const counts = new Map<string, number>();
  for (const unit of token) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const entropy = [...counts.values()].reduce((sum, count) => sum - (count / token.length) * Math.log2(count / token.length), 0);
  return entropy >= MIN_ENTROPY;
}
