import { draftRecordSchema } from '../../utils/domain/draft.ts';
import type { RefusalReason } from '../../utils/domain/insertion.ts';
import { ticketSchema } from '../../utils/domain/ticket.ts';
import { draftingInputs } from './drafting-fixtures.ts';
import { at, base, cards, draft, record, say, tabWith, ticket } from './fixture-parts.ts';
import type { PanelInput } from './panel-view.ts';
import { teachingInputs } from './teach/teach-fixtures.ts';

const grownTicket = ticketSchema.parse({
  ...ticket,
  messages: [...ticket.messages, say('m2', 'Bitte nicht erstatten, ich möchte den Plan doch behalten!')],
});
const grown = tabWith({ kind: 'ticket', ticket: grownTicket, replyBox: { kind: 'here', visibility: 'public' } });
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
  'audience-unknown',
  'editor-refused',
  'page-gone',
];

/** Every state by name, with what the panel knows in it; made-up, for tests and for the gallery. */
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
  'refused-copied': { ...drafted, insert: { kind: 'refused', reason: 'editor-refused', detail: '', isCopied: true } },
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
  redesigned: {
    ...base,
    tab: tabWith({
      kind: 'unreadable',
      failure: {
        kind: 'ticket-unreadable',
        helpdesk: 'Zendesk',
        missing: 'the ticket (HTTP 403); and the page does not show the subject',
        tried: ['subject: [data-test-id="omni-header-subject"] (third-party): 0 found'],
      },
    }),
  },
  'no-ticket': { ...base, tab: tabWith({ kind: 'no-ticket', helpdesk: 'demo' }) },
  'unknown-helpdesk': { ...base, tab: tabWith({ kind: 'unknown-helpdesk', host: 'desk.unknown.example' }) },
  ...teachingInputs,
  'access-needed': { access: 'needed', isStopped: false },
  ...draftingInputs,
};
