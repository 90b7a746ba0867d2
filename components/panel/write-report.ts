import type { Failure } from '../../utils/domain/failure.ts';

type Unreadable = Extract<Failure, { kind: 'ticket-unreadable' }>;

/** What a maintainer needs to mend an adapter: where was looked in vain. No address and no word of the page is in it. */
export function writeReport({ helpdesk, missing, tried = [] }: Unreadable, version: string): string {
  return [
    `Deskside ${version} could not read a ticket in ${helpdesk || 'an unknown helpdesk'}.`,
    `Missing: ${missing}.`,
    ...(tried.length > 0 ? ['Looked for in vain:', ...tried.map((line) => `- ${line}`)] : []),
  ].join('\n');
}
