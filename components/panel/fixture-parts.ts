import { draftRecordSchema, draftSchema, toReplyText, type DraftRecord } from '../../utils/domain/draft.ts';
import { passageSchema, type Passage } from '../../utils/domain/passage.ts';
import { tabStateSchema } from '../../utils/domain/tab-state.ts';
import { ticketSchema, toOpportunityId, toTicketLock, type Message } from '../../utils/domain/ticket.ts';
import type { PanelInput } from './panel-view.ts';

/** Made-up ticket, passages and draft that the states of the panel are built from. */
export const at = '2026-11-20T14:02:00.000Z';
export const maria = { id: 'maria', name: 'Maria Keller' };
const ana = { id: 'ana', name: 'Ana Ruiz' };

export const say = (id: string, text: string, role: Message['role'] = 'requester'): Message => ({
  id,
  author: role === 'requester' ? maria : ana,
  role,
  visibility: 'public',
  at,
  text,
  quoted: '',
  attachments: [],
});

export const ticket = ticketSchema.parse({
  host: 'desk.northwind.example',
  helpdesk: 'request-tracker',
  id: '4821',
  url: 'https://desk.northwind.example/Ticket/Display.html?id=4821',
  subject: 'Rückerstattung für das Jahresabonnement <img src=x onerror=alert(1)>',
  requester: maria,
  agent: ana,
  messages: [say('m1', 'Ich möchte mein Geld zurück. Welche Frist gilt?')],
});
export const passage = (id: string, title: string, text: string, change: Partial<Passage> = {}): Passage =>
  passageSchema.parse({
    id,
    articleId: id,
    sourceId: 'help',
    title,
    headings: ['Abrechnung', 'Erstattungen'],
    text,
    locale: 'de',
    audience: 'public',
    fetchedAt: at,
    updatedAt: '2026-10-12T00:00:00.000Z',
    url: `https://help.northwind.example/de/${id}`,
    position: 0,
    ...change,
  });
export const refunds = passage(
  'refunds',
  'Erstattungen bei Jahresplänen',
  'Monatspläne werden nicht anteilig erstattet.\n\nJahrespläne können innerhalb von 30 Tagen zurückgegeben werden. Die Frist gilt für „Team“.\n\nWie lange es dauert, hängt von der Bank ab.',
);
export const cards = passage(
  'cards',
  'Refunds to expired cards',
  'The amount goes back to the original payment method, even if the card has expired.',
  { locale: 'en', updatedAt: '2025-01-21T00:00:00.000Z' },
);

export const sentence = (
  text: string,
  support: 'plain' | 'quoted' | 'supported' | 'unsupported' = 'plain',
  source?: number,
  language = 'de',
) => ({
  text,
  language,
  support,
  citations: source === undefined ? [] : [{ source, spans: source === 1 ? [{ start: 46, end: 109 }] : [] }],
});

export const draft = draftSchema.parse({
  language: 'de',
  blocks: [
    { kind: 'paragraph', lines: [[sentence('Guten Tag Frau Keller,')]] },
    {
      kind: 'paragraph',
      lines: [
        [
          sentence('Jahrespläne können innerhalb von 30 Tagen zurückgegeben werden.', 'quoted', 1),
          sentence('Das Geld ist übermorgen da.', 'unsupported', 1),
        ],
      ],
    },
    {
      kind: 'ordered',
      lines: [
        [sentence('Öffnen Sie Einstellungen > Abrechnung.', 'supported', 1)],
        [sentence('Wählen Sie „Kündigen“.', 'supported', 1)],
      ],
    },
    {
      kind: 'paragraph',
      lines: [
        [sentence('The amount goes back to the original payment method, even if the card has expired.', 'quoted', 2, 'en')],
      ],
    },
    { kind: 'paragraph', lines: [[sentence('Freundliche Grüße')]] },
  ],
  sources: [
    { number: 1, passage: refunds },
    { number: 2, passage: cards },
  ],
  confidence: { kind: 'uncalibrated', outcomes: 4 },
  writer: { kind: 'embedded' },
  trace: [],
});

export const record: DraftRecord = draftRecordSchema.parse({
  id: 'd1',
  opportunityId: toOpportunityId(ticket),
  lock: toTicketLock(ticket),
  subject: ticket.subject,
  createdAt: at,
  outcome: { kind: 'drafted', draft },
  versions: [{ at, by: 'drafter', text: toReplyText(draft.blocks) }],
});

export const tabWith = (report: object, of = ticket) =>
  tabStateSchema.parse({ tabId: 7, at, report, opportunityId: toOpportunityId(of) });
export const tab = tabWith({ kind: 'ticket', ticket, replyBox: { kind: 'here', visibility: 'public' } });
export const base: PanelInput = { access: 'allowed', tab, isStopped: false };
