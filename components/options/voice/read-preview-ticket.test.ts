import { expect, it } from 'vitest';
import { draftRecordSchema, type DraftRecord } from '../../../utils/domain/draft.ts';
import { tabStateSchema, type TabState } from '../../../utils/domain/tab-state.ts';
import { ticketSchema, toTicketLock, type Ticket } from '../../../utils/domain/ticket.ts';
import { readVoiceBackground } from './read-preview-ticket.ts';

const maria = { id: 'maria', name: 'Maria' };
const at = '2026-11-21T09:00:00Z';
const toTicket = (id: string, queue: string): Ticket =>
  ticketSchema.parse({
    host: 'desk.example',
    helpdesk: 'demo',
    id,
    url: 'https://desk.example/',
    subject: 'Card',
    queue,
    requester: maria,
    messages: [{ id: '1', author: maria, role: 'requester', visibility: 'public', at, text: 'How do I change my card?' }],
  });
const toTab = (ticket: Ticket, minute: number): TabState =>
  tabStateSchema.parse({
    tabId: minute,
    at: `2026-11-21T09:0${minute}:00Z`,
    report: { kind: 'ticket', ticket, replyBox: { kind: 'none' } },
  });
const toDraft = (ticket: Ticket, ...audiences: readonly string[]): DraftRecord =>
  draftRecordSchema.parse({
    id: 'd',
    opportunityId: 'o',
    lock: toTicketLock(ticket),
    subject: '',
    createdAt: at,
    versions: [],
    outcome: {
      kind: 'drafted',
      draft: {
        language: 'en',
        blocks: [{ kind: 'paragraph', lines: [[{ text: 'a', language: 'en', support: 'plain', citations: [] }]] }],
        sources: audiences.map((audience, index) => ({
          number: index + 1,
          passage: {
            id: `p${index}`,
            articleId: 'a',
            sourceId: 's',
            title: audience,
            headings: [],
            text: 'x',
            locale: 'en',
            audience,
            fetchedAt: at,
            position: 0,
          },
        })),
        confidence: { kind: 'uncalibrated', outcomes: 0 },
        writer: { kind: 'embedded' },
        trace: [],
      },
    },
  });

const older = toTicket('1', 'Sales');
const newer = toTicket('2', 'Billing');
const read = (drafts: Readonly<Record<string, DraftRecord>>) =>
  readVoiceBackground({
    readTabs: async () => [toTab(older, 1), toTab(newer, 2)],
    newestDraftOf: async (id) => drafts[id.split('/')[2] ?? ''],
  });

it('shows the newest ticket that has a draft with sources, never an internal one', async () => {
  const background = await read({ 1: toDraft(older, 'public'), 2: toDraft(newer, 'internal', 'public') });
  expect(background.previewTicket?.ticket.id).toBe('2');
  expect(background.previewTicket?.passages.map(({ passage }) => passage.title)).toEqual(['public']);
  expect((await read({ 1: toDraft(older, 'public'), 2: toDraft(newer, 'internal') })).previewTicket?.ticket.id).toBe('1');
});

it('shows none where no ticket can be answered, and knows the queues all the same', async () => {
  expect(await read({})).toEqual({ knownQueues: ['Billing', 'Sales'] });
});
