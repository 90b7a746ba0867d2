import { expect, it } from 'vitest';
import { hubSpot } from './hubspot.ts';
import { hubSpotReplica } from './replicas/hubspot.test-support.ts';
import { openReplica, startState } from './replicas/replica.test-support.ts';

const page = openReplica(hubSpotReplica, startState('4101'));
const at = (address: string) => ({ ...page, url: new URL(address) });

it.each([
  ['https://app.hubspot.com/help-desk/6717628/view/342968399/ticket/43870050219', '43870050219'],
  ['https://app.hubspot.com/help-desk/6717628/view/search/ticket/43870050219?messageId=1', '43870050219'],
  ['https://app-eu1.hubspot.com/live-messages/123/inbox/8129652150#email', 'thread-8129652150'],
  ['https://app.hubspot.com/live-messages/123/inbox', undefined],
  ['https://app.hubspot.com/contacts/123/record/0-1/55', undefined],
  ['https://app.hubspot.com.example/help-desk/1/view/2/ticket/3', undefined],
])('takes %s for ticket %s', (address, id) => {
  expect(hubSpot.openTicketId(at(address))).toBe(id);
});

it('reads no ticket although every part that is known of stands there: nothing tells who asks', async () => {
  expect(await hubSpot.readTicket(page, new AbortController().signal)).toMatchObject({
    ok: false,
    error: { missing: 'who asks and who answers' },
  });
});
