import { expect, it } from 'vitest';
import { front } from './front.ts';
import { frontReplica } from './replicas/front.test-support.ts';
import { openReplica, startState } from './replicas/replica.test-support.ts';

it.each([
  ['https://app.frontapp.com/open/cnv_1a2b3c', 'cnv_1a2b3c'],
  ['https://app.frontapp.com/inboxes/teams/folders/77/unassigned/open/93727705553', '93727705553'],
  ['https://northwind.frontapp.com/open/cell-abc/api/1/companies/32390a17/conversations/93727705553', '93727705553'],
  ['https://app.frontapp.com/open/msg_1176ie2', undefined],
  ['https://app.frontapp.com/cell-00017/api/1/companies/32390a17/team/6088721/conversations/inbox', undefined],
  ['https://frontapp.com.example/open/cnv_1a2b3c', undefined],
])('takes %s for conversation %s', (address, id) => {
  const page = openReplica(frontReplica, startState('4101'));
  expect(front.openTicketId({ ...page, url: new URL(address) })).toBe(id);
});
