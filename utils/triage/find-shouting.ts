import type { Cue } from './find-cues.ts';

/** Capitals that are names of things. */
const NAMES =
  /^(?:HTTPS?|JSON|SAML|SCIM|GDPR|DSGVO|RGPD|IBAN|API|HTML|POST|NOTE|CSV|PDF|SQL|XML|VAT|USD|EUR|DHCP|OAUTH|LDAP|IMAP|SMTP|ISBN|NASA|IKEA)$/;
/** Words in capitals that make a voice loud. */
const LEAST_WORDS = 3;

/** Rows of exclamation marks, and words in capitals where there are three or more: what stands loud in a text. */
export function findShouting(text: string): Cue[] {
  const marks = [...text.matchAll(/!{2,}|[!?]*\?!|!\?[!?]*/g)];
  const capitals = [...text.matchAll(/(?<![\p{L}\p{N}_-])\p{Lu}{3,}(?![\p{L}\p{N}_-])/gu)].filter(([word]) => !NAMES.test(word));
  const loud = capitals.length >= LEAST_WORDS ? [...marks, ...capitals] : marks;
  return loud.map((match) => ({ text: match[0], start: match.index, isNegated: false }));
}
