import { draftRecordSchema, type DraftRecord } from '../../domain/draft.ts';
import { outcomeRowSchema, type OutcomeRow } from '../../domain/outcome.ts';
import { passageSchema, type Passage } from '../../domain/passage.ts';

const at = '2026-10-05T09:00:00.000Z';
const lock = { host: 'desk', helpdesk: 'demo', ticketId: '12', requesterId: 'u1', lastMessageId: 'm1' };

/** A passage whose id stands for its text, as a hash does. For tests. */
export const makePassage = (text: string, change: Partial<Passage> = {}): Passage =>
  passageSchema.parse({
    id: `hash of ${text}`,
    articleId: 'refunds',
    sourceId: 'help',
    title: 'Refunds',
    headings: ['Plans'],
    text,
    url: 'https://help.example/refunds',
    locale: 'en',
    audience: 'public',
    updatedAt: '2026-10-03T00:00:00.000Z',
    fetchedAt: '2026-10-04T00:00:00.000Z',
    position: 0,
    ...change,
  });

export type Claim = { readonly text: string; readonly cites?: string };

/** A draft of one paragraph; a claim that cites names words of the passage that hold it up. For tests. */
export const makeRecord = (id: string, passage: Passage, claims: readonly Claim[]): DraftRecord =>
  draftRecordSchema.parse({
    id,
    opportunityId: `demo/desk/12/${id}`,
    lock,
    subject: 'Money back',
    createdAt: at,
    versions: [{ at, by: 'drafter', text: claims.map(({ text }) => text).join(' ') }],
    outcome: {
      kind: 'drafted',
      draft: {
        language: 'en',
        blocks: [{ kind: 'paragraph', lines: [claims.map((claim) => toSentence(claim, passage))] }],
        sources: [{ number: 1, passage }],
        confidence: { kind: 'uncalibrated', outcomes: 0 },
        writer: { kind: 'embedded' },
        trace: [{ stage: 'retrieve', did: 'ran', note: `Found ${passage.title}`, ms: 1 }],
      },
    },
  });

function toSentence({ text, cites }: Claim, passage: Passage): object {
  const start = cites === undefined ? -1 : passage.text.indexOf(cites);
  const spans = start < 0 ? [] : [{ start, end: start + (cites?.length ?? 0) }];
  return { text, language: 'en', support: 'supported', citations: cites === undefined ? [] : [{ source: 1, spans }] };
}

/** The row of a reply that was sent. For tests. */
export const makeSentRow = (record: DraftRecord, sentText: string, sentAt = '2026-10-05T10:00:00.000Z'): OutcomeRow =>
  outcomeRowSchema.parse({
    id: `sent:${record.id}`,
    opportunityId: record.opportunityId,
    at: sentAt,
    helpdesk: 'demo',
    ticketId: '12',
    agent: { id: 'a1', name: 'Ana Ruiz' },
    draftId: record.id,
    language: 'en',
    writer: 'embedded',
    sources: [{ sourceId: 'help', articleId: 'refunds', title: 'Refunds' }],
    step: 'sent',
    editShare: 0,
    retainedShare: 1,
    draftText: record.versions[0]?.text ?? '',
    sentText,
  });
