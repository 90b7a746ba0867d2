import type { Message, Ticket } from '../domain/ticket.ts';
import type { Manner } from './voice/manner.ts';

const NAME = /^[\p{L}][\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,4}$/u;
/** How agents address a person by title; only what was used before in this ticket is used again. */
const TITLES: Readonly<Record<string, string>> = {
  de: 'Herr|Frau',
  fr: 'Madame|Monsieur',
  es: 'Sr\\.|Sra\\.|señora?',
  nl: 'heer|mevrouw',
};
/** Languages in which the first name alone would be too familiar in a first letter. */
const FULL_NAME = new Set(['de', 'fr', 'it', 'nl']);

/**
 * How to call the requester in a greeting, in the manner of `language`; '' when no real name is known. Familiar: by first name;
 * formal: by title and surname, else by full name. Never a guess about Herr or Frau.
 */
export function toAddress(ticket: Ticket, language: string, manner: Manner['address'] = 'polite'): string {
  const base = language.split('-')[0] ?? language;
  const name = toPlainName(ticket.requester.name);
  if (name === '') return '';
  const parts = name.split(' ');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (manner === 'familiar') return first;
  const titles = TITLES[base];
  if (titles !== undefined && parts.length > 1) {
    const used = new RegExp(`(?<![\\p{L}])(${titles})\\s+${escapePattern(last)}(?![\\p{L}])`, 'u');
    const found = ticket.messages.filter(isPublicReply).map((message) => used.exec(message.text)?.[1]);
    const title = found.findLast((one) => one !== undefined);
    if (title !== undefined) return `${title} ${last}`;
  }
  return manner === 'formal' || FULL_NAME.has(base) ? name : first;
}

/** The name in plain order, or '' when it is a login, an address or anything but letters. At most 60 characters. */
export function toPlainName(raw: string): string {
  const swapped = /^([^,]+), ([^,]+)$/.exec(raw.trim());
  const name = (swapped ? `${swapped[2]} ${swapped[1]}` : raw).replaceAll(/\s+/g, ' ').trim();
  const isLogin = !name.includes(' ') && name === name.toLowerCase();
  return name.length <= 60 && NAME.test(name) && !isLogin ? name : '';
}

function isPublicReply(message: Message): boolean {
  return message.role === 'agent' && message.visibility === 'public';
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
