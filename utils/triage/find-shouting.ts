import type { Cue } from './find-cues.ts';

/** Capitals that are names of things. */
const NAMES =
  /^(?:HTTPS?|JSON|SAML|SCIM|GDPR|DSGVO|RGPD|IBAN|API|HTML|POST|NOTE|CSV|PDF|SQL|XML|VAT|USD|EUR|DHCP|OAUTH|LDAP|IMAP|SMTP|ISBN|NASA|IKEA)$/;

/** Rows of exclamation marks, and three or more words in capitals one after another: what stands loud in a text. */
export function findShouting(text: string): Cue[] {
  const marks = [...text.matchAll(/!{2,}|[!?]*\?!|!\?[!?]*/g)];
  const capitals = [...text.matchAll(/(?<![\p{L}\p{N}_-])\p{Lu}{2,}(?:[\s,']+\p{Lu}{1,}){2,}(?![\p{L}\p{N}_-])/gu)].filter(
    ([run]) => run.split(/[\s,']+/).some((word) => word.length > 2 && !NAMES.test(word)),
  );
  return [...marks, ...capitals].map((match) => ({ text: match[0], start: match.index, isNegated: false }));
}
