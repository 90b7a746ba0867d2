import { draftRecordSchema, draftSchema, type DraftRecord } from '../../utils/domain/draft.ts';
import type { RefusalReason } from '../../utils/domain/insertion.ts';
import { passageSchema, type Passage } from '../../utils/domain/passage.ts';
import { tabStateSchema } from '../../utils/domain/tab-state.ts';
import { ticketSchema, toOpportunityId, toTicketLock, type Message } from '../../utils/domain/ticket.ts';
import type { PanelInput } from './panel-view.ts';

/** Made-up values for every state of the panel, for tests and for the gallery. */
const at = '2026-11-20T14:02:00.000Z';
const maria = { id: 'maria', name: 'Maria Keller' };
const ana = { id: 'ana', name: 'Ana Ruiz' };

const say = (id: string, text: string, role: Message['role'] = 'requester'): Message => ({
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
const grownTicket = ticketSchema.parse({
  ...ticket,
  messages: [...ticket.messages, say('m2', 'Bitte nicht erstatten, ich möchte den Plan doch behalten!')],
});

const passage = (id: string, title: string, text: string, change: Partial<Passage> = {}): Passage =>
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
const refunds = passage(
  'refunds',
  'Erstattungen bei Jahresplänen',
  'Monatspläne werden nicht anteilig erstattet.\n\nJahrespläne können innerhalb von 30 Tagen zurückgegeben werden. Die Frist gilt für „Team“.\n\nWie lange es dauert, hängt von der Bank ab.',
);
const cards = passage(
  'cards',
  'Refunds to expired cards',
  'The amount goes back to the original payment method, even if the card has expired.',
  { locale: 'en', updatedAt: '2025-01-21T00:00:00.000Z' },
);

const sentence = (
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

const draft = draftSchema.parse({
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
  versions: [
    { at, by: 'drafter', text: 'Guten Tag Frau Keller,\n\nJahrespläne können innerhalb von 30 Tagen zurückgegeben werden.' },
    { at, by: 'agent', text: 'Guten Tag Frau Keller,\n\n30 Tage.' },
  ],
});

const tabWith = (report: object, of = ticket) =>
  tabStateSchema.parse({ tabId: 7, at, report, opportunityId: toOpportunityId(of) });
const tab = tabWith({ kind: 'ticket', ticket, replyBox: { kind: 'here', visibility: 'public' } });
const grown = tabWith({ kind: 'ticket', ticket: grownTicket, replyBox: { kind: 'here', visibility: 'public' } });
const base: PanelInput = { access: 'allowed', tab, isStopped: false };
const drafted: PanelInput = { ...base, record };
const byWriter = (writer: object): PanelInput => ({
  ...base,
  record: draftRecordSchema.parse({ ...record, outcome: { kind: 'drafted', draft: { ...draft, writer } } }),
});
const receipt = { at, text: 'x', visibility: 'public', technique: 'ckeditor4', keptText: true } as const;
const progress = {
  stages: [
    { stage: 'understand', did: 'ran', note: 'Read 3 messages', ms: 200 },
    { stage: 'retrieve', did: 'ran', note: 'Found 2 passages', ms: 400 },
  ],
  stage: 'draft',
  text: 'Guten Tag Frau Keller,\n\nJahrespläne können innerhalb von 30 Tagen zurückgegeben werden. [1] Der Betrag',
  language: 'de',
  sources: draft.sources,
} as const;
const abstained = (reason: string, question = '', nearest: unknown[] = []): PanelInput => ({
  ...base,
  ended: { kind: 'abstained', reason: reason as 'no-knowledge', question, nearest: nearest as [], language: 'de' },
});

export const refusals: readonly RefusalReason[] = [
  'other-ticket',
  'requester-changed',
  'new-message',
  'ticket-unreadable',
  'no-editor',
  'several-editors',
  'internal-note',
  'editor-refused',
  'page-gone',
];

/** Every state by name, with what the panel knows in it. */
export const panelInputs: Readonly<Record<string, PanelInput>> = {
  drafted,
  'this-visit': { ...drafted, access: 'this-visit' },
  'model-drafted': byWriter({ kind: 'model', host: 'api.openai.com', model: 'gpt-5-mini' }),
  'backend-down': byWriter({
    kind: 'embedded',
    because: { kind: 'backend-silent', host: 'api.openai.com', afterMs: 8000 },
    received: 'Guten Tag Frau',
  }),
  drafting: { ...base, progress: { ...progress, stages: [...progress.stages], sources: [...draft.sources] } },
  'model-drafting': {
    ...base,
    progress: { ...progress, askedHost: 'api.openai.com', stages: [...progress.stages], sources: [] },
  },
  'model-stopped': { ...base, isStopped: true, progress: { ...progress, askedHost: 'api.openai.com', stages: [], sources: [] } },
  'model-failed': { ...base, ended: { kind: 'failed', failure: { kind: 'backend-garbled', host: 'api.openai.com', said: '' } } },
  stopped: { ...base, isStopped: true },
  'on-request': { ...base, isWaiting: true },
  outdated: { ...drafted, tab: grown },
  inserted: { ...drafted, insert: { kind: 'inserted', receipt } },
  'under-way': { ...drafted, insert: 'under-way' },
  rejected: { ...drafted, record: { ...record, rejection: { at, reason: 'too-long', note: '' } } },
  ...Object.fromEntries(
    refusals.map((reason) => [`refused-${reason}`, { ...drafted, insert: { kind: 'refused', reason, detail: '' } }] as const),
  ),
  'no-knowledge': abstained('no-knowledge'),
  'nothing-relevant': abstained('nothing-relevant', 'Welchen Identitätsanbieter nutzen Sie?', [
    { passage: cards, score: 1, coverage: 0.2, matchedTerms: 2, terms: 6 },
  ]),
  'question-inserted': {
    ...abstained('nothing-relevant', 'Welchen Identitätsanbieter nutzen Sie?'),
    insert: { kind: 'inserted', receipt },
  },
  'nothing-to-answer': abstained('nothing-to-answer'),
  'waiting-for-requester': abstained('waiting-for-requester'),
  'empty-ticket': abstained('empty-ticket'),
  failed: { ...base, ended: { kind: 'failed', failure: { kind: 'storage-full' } } },
  reading: { ...base, tab: tabWith({ kind: 'reading', helpdesk: 'demo' }) },
  unreadable: { ...base, tab: tabWith({ kind: 'unreadable', failure: { kind: 'signed-out', helpdesk: 'Request Tracker' } }) },
  'no-ticket': { ...base, tab: tabWith({ kind: 'no-ticket', helpdesk: 'demo' }) },
  'unknown-helpdesk': { ...base, tab: tabWith({ kind: 'unknown-helpdesk', host: 'desk.unknown.example' }) },
  'access-needed': { access: 'needed', isStopped: false },
};
