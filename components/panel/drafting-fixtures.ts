import { draftRecordSchema, draftSchema, toReplyText, type Draft, type DraftRecord } from '../../utils/domain/draft.ts';
import { defaultSettings } from '../../utils/domain/settings.ts';
import { ticketSchema, toOpportunityId, toTicketLock } from '../../utils/domain/ticket.ts';
import { findRisks } from '../../utils/drafting/risk/find-risks.ts';
import { summarizeThread } from '../../utils/drafting/summary/summarize-thread.ts';
import { at, base, draft, maria, passage, record, say, sentence, tabWith } from './fixture-parts.ts';
import type { DraftChange, PanelInput } from './panel-view.ts';

/** What came with drafting: refined versions, sources that disagree, hand-over, what was found in a draft, how it was made. */
const withDraft = (change: Partial<Draft>, more: Partial<DraftRecord> = {}): PanelInput => ({
  ...base,
  record: draftRecordSchema.parse({
    ...record,
    versions: record.versions.slice(0, 1),
    ...more,
    outcome: { kind: 'drafted', draft: { ...draft, ...change } },
  }),
});
const changing = (change: DraftChange, of: PanelInput = withDraft({ writer: model })): PanelInput => ({ ...of, change });

const model = { kind: 'model', host: 'api.openai.com', model: 'gpt-5-mini' } as const;
const trash = passage(
  'trash',
  'Papierkorb und Wiederherstellung',
  'Gelöschte Dateien bleiben in jedem Plan 30 Tage im Papierkorb. Der Inhaber kann sie dort wiederherstellen.',
);
const retention = passage(
  'retention',
  'Überblick über die Aufbewahrung von Daten in allen Plänen',
  'Dateien werden nach 14 Tagen endgültig gelöscht. Im Plan „Business“ sind es 60 Tage.',
  { updatedAt: '2025-07-01T00:00:00.000Z' },
);
const spanOf = (text: string, part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
const sideOf = (source: number, text: string, whole: string, said: string) => ({
  source,
  sentence: spanOf(text, whole),
  value: spanOf(text, said),
  said,
});
const disagreeing: Partial<Draft> = {
  blocks: draftSchema.shape.blocks.parse([
    {
      kind: 'paragraph',
      lines: [[sentence('Gelöschte Dateien bleiben in jedem Plan 30 Tage im Papierkorb.', 'quoted', 1)]],
    },
  ]),
  sources: [
    { number: 1, passage: trash },
    { number: 2, passage: retention },
  ],
  conflicts: [
    {
      kind: 'passages',
      a: sideOf(1, trash.text, 'Gelöschte Dateien bleiben in jedem Plan 30 Tage im Papierkorb.', '30 Tage'),
      b: sideOf(2, retention.text, 'Dateien werden nach 14 Tagen endgültig gelöscht.', '14 Tagen'),
      about: 'gelöschte Dateien',
      preferred: 'a',
      because: 'newer',
    },
  ],
};
const [firstConflict] = disagreeing.conflicts ?? [];

const blocksOf = (...lines: readonly string[]) =>
  draftSchema.shape.blocks.parse(
    lines.map((text, index) => ({
      kind: 'paragraph',
      lines: [[sentence(text, index === 1 ? 'supported' : 'plain', index === 1 ? 1 : undefined)]],
    })),
  );
const shorter = blocksOf('Guten Tag Frau Keller,', 'die Frist beträgt 30 Tage.', 'Freundliche Grüße');
const changedText = 'Liebe Frau Keller,\n\nSie haben 45 Tage Zeit.\n\nHerzliche Grüße';
const first = { at, by: 'drafter', text: toReplyText(draft.blocks) } as const;
const refined = { at, by: 'refiner', text: toReplyText(shorter), blocks: shorter, step: { kind: 'shorter' } } as const;
const changedFacts = {
  at,
  by: 'refiner' as const,
  text: changedText,
  blocks: blocksOf('Liebe Frau Keller,', 'Sie haben 45 Tage Zeit.', 'Herzliche Grüße'),
  step: { kind: 'friendlier' as const },
  changedFacts: { lost: ['30 Tagen', 'Abrechnung'], added: ['45 Tage'] },
};

/** The sentences of the base draft, which the findings below are about. */
const found: Partial<Draft> = {
  draftConflicts: [
    {
      kind: 'draft',
      sentence: 'Jahrespläne können innerhalb von 30 Tagen zurückgegeben werden.',
      value: spanOf('Jahrespläne können innerhalb von 30 Tagen zurückgegeben werden.', '30 Tagen'),
      passage: { source: 1, sentence: { start: 46, end: 109 }, value: { start: 78, end: 86 }, said: '14 Tagen' },
    },
  ],
  speculation: ['Das Geld ist übermorgen da.'],
  lostTerms: ['Northwind Sync'],
  forbidden: ['Guten Tag'],
  unanswered: [
    'Welche Frist gilt?',
    'Kann ich auf den Monatsplan wechseln, ohne dass jemand aus dem Team seinen Zugang verliert?',
  ],
};

const angry = ticketSchema.parse({
  host: 'desk.northwind.example',
  helpdesk: 'request-tracker',
  id: '4833',
  url: 'https://desk.northwind.example/Ticket/Display.html?id=4833',
  subject: 'Kündigung und Meldung an die Datenschutzaufsichtsbehörde',
  requester: { id: 'annegret', name: 'Dr. Annegret Schönfelder-Brandt' },
  agent: { id: 'ana', name: 'Ana Ruiz' },
  messages: [
    say('n1', 'Guten Tag,\n\nseit dem 16. November sehen wir Rechnungen eines fremden Unternehmens in unserem Konto.'),
    say(
      'n2',
      'Das ist nicht hinnehmbar. Ich habe meine Rechtsanwältin eingeschaltet und werde den Vorfall der Datenschutzaufsichtsbehörde melden. Bitte schildern Sie mir, was geschehen ist.',
    ),
  ],
});
const triage = {
  intent: { label: 'refund', probability: 0.8 },
  isOutOfScope: false,
  urgency: 'high',
  sentiment: 'negative',
  tags: ['refund', 'billing', 'card-expired'],
  by: 'rules',
} as const;
const handedOver: PanelInput = {
  access: 'allowed',
  isStopped: false,
  tab: tabWith({ kind: 'ticket', ticket: angry, replyBox: { kind: 'here', visibility: 'internal' } }, angry),
  record: draftRecordSchema.parse({
    id: 'h1',
    opportunityId: toOpportunityId(angry),
    lock: toTicketLock(angry),
    subject: angry.subject,
    createdAt: at,
    versions: [],
    outcome: {
      kind: 'handed-over',
      risks: findRisks(angry, defaultSettings.escalation),
      summary: summarizeThread(angry, 'de'),
      triage: { ...triage, tags: ['legal', 'privacy-incident', 'urgent'] },
      language: 'de',
    },
  }),
};
const receipt = { at, text: 'x', visibility: 'public', technique: 'ckeditor4', keptText: false } as const;
const asking = (question: string): Pick<DraftChange & { kind: 'under-way' }, 'kind' | 'text'> => ({
  kind: 'under-way',
  text: question,
});
const refusedKey = { kind: 'backend-rejected', host: 'api.openai.com', status: 401, said: '' } as const;
const inserted = withDraft({ triage: { ...triage, tags: [...triage.tags] } }, { receipt: { ...receipt } });
const noteRecord: Partial<DraftRecord> = {
  receipt: { ...receipt },
  caseNote: {
    values: { goal: 'Geld für den Jahresplan zurück', urgency: 'asap' },
    problems: [
      { field: 'urgency', said: 'Choose one of low, normal, high, urgent.' },
      { field: 'follow_up_on', said: 'Fill this in.' },
    ],
    by: 'model',
  },
};
const abstained = (reason: 'off-topic' | 'about-the-future' | 'too-thin', question = ''): PanelInput => ({
  ...base,
  ended: { kind: 'abstained', reason, question, nearest: [], language: 'de' },
});

const stages: Draft['trace'] = [
  { stage: 'redact', did: 'ran', note: 'Hid 2 personal details', ms: 3 },
  { stage: 'understand', did: 'ran', note: 'German; asks for a deadline', ms: 12, output: 'Rückerstattung Jahresplan Frist' },
  {
    stage: 'retrieve',
    did: 'ran',
    note: 'Found 2 passages in 1,204',
    ms: 38,
    passages: [
      { id: 'refunds', title: 'Erstattungen bei Jahresplänen', share: 0.82 },
      { id: 'cards', title: 'Refunds to expired cards', share: 0.18 },
    ],
  },
  {
    stage: 'draft',
    did: 'ran',
    note: 'Written by the model',
    ms: 2140,
    asked: { host: 'api.openai.com', model: 'gpt-5-mini' },
    tokens: { input: 1932, output: 214, isEstimated: false },
    money: 0.0041,
    input: [
      { name: 'instructions', text: 'Write the reply. Cite each sentence.', tokens: 412 },
      { name: 'passages', text: '[1] Monatspläne werden nicht anteilig erstattet.', tokens: 1180 },
    ],
    output: 'Guten Tag Frau Keller, [1] …',
  },
  { stage: 'check', did: 'ran', note: '4 of 5 statements supported', ms: 9 },
  { stage: 'style', did: 'passed-through', note: 'No styling model is set', ms: 0 },
];

/** These states by name, like `panelInputs`. */
export const draftingInputs: Readonly<Record<string, PanelInput>> = {
  conflict: withDraft(disagreeing),
  'conflict-undecided': withDraft({
    ...disagreeing,
    conflicts: firstConflict ? [{ ...firstConflict, preferred: 'none', because: 'none' }, firstConflict] : [],
  }),
  'handed-over': handedOver,
  'handed-over-note-inserted': { ...handedOver, insert: { kind: 'inserted', receipt: { ...receipt, visibility: 'internal' } } },
  'handed-over-refused': { ...handedOver, insert: { kind: 'refused', reason: 'public-reply', detail: '' } },
  refined: withDraft({ writer: model }, { versions: [first, refined] }),
  'refine-under-way': changing({ ...asking(''), request: 'draft-refine' }),
  'refine-streaming': changing({
    ...asking('Guten Tag Frau Keller,\n\ndie Frist beträgt 30 Tage. [1] Der'),
    request: 'draft-refine',
  }),
  'refine-failed': changing({ kind: 'failed', request: 'draft-refine', failure: refusedKey }),
  'facts-changed': withDraft(
    { writer: model },
    { versions: [first, refined, changedFacts], facts: ['Die Karte ist seit Mai abgelaufen.'] },
  ),
  'read-under-way': changing({ ...asking('Hello Ms Keller,\n\nannual plans can be'), request: 'draft-read' }),
  read: withDraft(
    { writer: model },
    {
      readings: [
        {
          what: 'draft',
          language: 'en',
          of: toReplyText(draft.blocks),
          text: 'Hello Ms Keller,\n\nannual plans can be returned within 30 days. [1]',
        },
        { what: 'conversation', language: 'en', of: 'x', text: `${maria.name}:\nI want my money back. Which deadline applies?` },
      ],
    },
  ),
  traced: withDraft({
    writer: model,
    trace: stages,
    strategy: 'hybrid-facts-first',
    voice: { id: 'b', name: 'Billing', version: 4 },
  }),
  risks: withDraft({
    risks: [
      { kind: 'refund', level: 'warn', quotes: [{ messageId: 'm1', start: 12, end: 27, text: 'mein Geld zurück' }] },
      { kind: 'churn', level: 'warn', quotes: [{ messageId: 'm1', start: 0, end: 3, text: 'Ich' }] },
    ],
    summary: {
      goal: 'Ich möchte mein Geld zurück, und zwar bevor das Jahr um ist.',
      blocks: 'Die Karte ist abgelaufen.',
      promised: [],
      next: 'Frist nennen.',
      language: 'de',
      by: 'rules',
    },
  }),
  findings: withDraft(found),
  'over-budget': withDraft({ writer: { kind: 'embedded', because: { kind: 'over-budget', limit: 'day', unit: 'money' } } }),
  'model-nonsense': withDraft({
    writer: { kind: 'embedded', because: { kind: 'model-nonsense', host: 'api.openai.com', why: 'it repeats itself' } },
  }),
  'inserted-tags': inserted,
  'inserted-note': withDraft({ triage: { ...triage, tags: [...triage.tags] } }, noteRecord),
  'inserted-note-under-way': changing({ ...asking(''), request: 'draft-note' }, inserted),
  'inserted-note-failed': changing({ kind: 'failed', request: 'draft-note', failure: refusedKey }, inserted),
  'off-topic': abstained('off-topic'),
  'about-the-future': abstained('about-the-future'),
  'too-thin': abstained('too-thin', 'Welche Meldung sehen Sie, und seit wann?'),
};
