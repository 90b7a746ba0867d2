import type { ArgumentSlot, LookUpTrouble } from '../../utils/domain/look-up.ts';

/** Where an argument can come from, as people say it. */
export const slotNames: Readonly<Record<ArgumentSlot['from'] | 'none', string>> = {
  none: 'Not sent',
  'requester-email': 'The requester’s e-mail address',
  'requester-name': 'The requester’s name',
  'ticket-id': 'The ticket’s number',
  pattern: 'An id found in the ticket',
  fixed: 'Always the same value',
};

/** What happened when a server was asked, and what to do next. */
const troubles: Readonly<Record<LookUpTrouble, string>> = {
  unreachable: 'No connection. Check the address, that the server runs, does not redirect, and allows browser extensions.',
  'not-allowed': 'It was not asked: the address or the key cannot be used. Check both.',
  'too-slow': 'No answer in time. Try again, or ask who runs the server.',
  rejected: 'The server refused the request. Check the key and the address.',
  garbled: 'The answer is not one of an MCP server. Check the path of the address; many end in /mcp.',
  'too-large': 'The answer was larger than 512 kB and was not read.',
  'not-offered': 'The server no longer has this tool. List its tools and tick another.',
  'tool-changed': 'The tool takes or gives something else than when it was ticked. List the tools and tick it again.',
  'not-read-only': 'The server does not say that this tool only reads, so it was not called.',
  'nothing-to-ask': 'The ticket does not hold what the tool needs.',
  'arguments-refused': 'What the ticket gives does not fit what the tool takes, so it was not called.',
  'tool-failed': 'The tool said that it failed.',
  'wants-input': 'The tool asked for more input, which it is not given.',
};

/** One text for people; `said` are the server's words. */
export function describeLookUpTrouble({
  trouble,
  status,
  said,
}: {
  trouble: LookUpTrouble;
  status?: number | undefined;
  said: string;
}): string {
  const told = trouble === 'tool-failed' || trouble === 'rejected' ? said : '';
  return [troubles[trouble], status === undefined ? '' : `(HTTP ${status})`, told === '' ? '' : `It said: ${told}`]
    .filter(Boolean)
    .join(' ');
}
