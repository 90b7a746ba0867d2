import { toSpans, type PiiSpan } from './pii-kind.ts';

const link = /(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'\x60\p{Cc}]{3,2000}/giu;
const login = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@\s]{1,200}@/i;
/** Names of query parameters that open something to whoever has the link. */
const parameter =
  /[?&#;](?:[a-z]+[_-])?(?:token|key|apikey|api_key|sig|signature|auth|authorization|code|password|passwd|pwd|pass|secret|session|sessionid|session_id|sid|jwt|otp|ticket|hash|hmac|credential|nonce|invite|invitation|magic|x-amz-[a-z-]+)=[^&#\s]{6,}/i;
/** A path that ends in a one-time code: /reset/…, /verify/…, /invite/… */
const oneTime =
  /\/(?:[a-z-]*(?:reset|verify|verification|confirm|confirmation|activate|activation|invite|invitation|magic|login|sign-?in|unsubscribe|password|passwort|share|join)[a-z-]*)\/(?=[^/?#\s]*\d)[\w.~=-]{12,}/i;
/** An address of a person or a shared file that only its holder knows: a long random part anywhere in the path. */
const randomPart = /\/(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d[\w-]*\d)[\w-]{28,}(?=[/?#]|$)/;

/** Links with a sign-in or a token in them, whole: the address without it would still say whose it is. Other links stay. */
export function findLinks(text: string): PiiSpan[] {
  return toSpans('link', text, link).flatMap((span) => {
    const address = text.slice(span.start, span.end).replace(/[.,;:!?)\]}»”’…]+$/u, '');
    const isPrivate = [login, parameter, oneTime, randomPart].some((expression) => expression.test(address));
    return isPrivate ? [{ ...span, end: span.start + address.length }] : [];
  });
}
