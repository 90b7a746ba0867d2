import { expect, it } from 'vitest';
import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { ticketIdSchema } from '../domain/ticket.ts';
import { findHelpdesk } from './find-helpdesk.ts';
import { openSaved, savedHelpdesks } from './saved-helpdesks.test-support.ts';

const demo = savedHelpdesks.find(({ adapter }) => adapter.id === 'demo');
if (!demo) throw new Error('The demo helpdesk is recorded.');
const page = openSaved(demo, '/tickets/7');
const adapterOf = (id: HelpdeskAdapter['id'], openId?: string): HelpdeskAdapter => ({
  ...demo.adapter,
  id,
  matches: () => true,
  openTicketId: () => (openId === undefined ? undefined : ticketIdSchema.parse(openId)),
});
const find = (known: HelpdeskAdapter[], taught: HelpdeskAdapter[]): string | undefined =>
  findHelpdesk({ ...page, known, taught } satisfies HelpdeskPage)?.id;

it('goes by what was taught of this ticket’s page, then by what is built in, then by what was taught of the host', () => {
  expect(find([adapterOf('demo')], [adapterOf('taught:tickets', '7')])).toBe('taught:tickets');
  expect(find([adapterOf('demo')], [adapterOf('taught:tickets')])).toBe('demo');
  expect(find([], [adapterOf('taught:tickets')])).toBe('taught:tickets');
  expect(find([], [adapterOf('taught:inbox'), adapterOf('taught:tickets', '7')])).toBe('taught:tickets');
});

it('is none when two built-in ones claim the page, or one trips over it', () => {
  expect(find([adapterOf('demo'), adapterOf('zammad')], [])).toBeUndefined();
  const tripping: HelpdeskAdapter = {
    ...adapterOf('zammad'),
    matches: () => {
      throw new Error('clobbered');
    },
  };
  expect(find([adapterOf('demo'), tripping], [])).toBe('demo');
  expect(find([tripping], [])).toBeUndefined();
});
