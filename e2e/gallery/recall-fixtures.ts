import type { RecallState } from '../../components/insights/recall-list.tsx';
import { recalledReplySchema } from '../../utils/messaging/recall-schemas.ts';

const passage = (id: string, title: string, text: string) => ({
  id,
  articleId: id,
  sourceId: 'src-help',
  title,
  headings: [],
  text,
  locale: 'en',
  audience: 'public',
  updatedAt: '2026-10-03T12:00:00.000Z',
  fetchedAt: '2026-10-03T12:00:00.000Z',
  position: 0,
});
const reply = (ticketId: string, subject: string, sentAt: string, part: object) =>
  recalledReplySchema.parse({
    draftId: `draft-${ticketId}`,
    lock: { host: 'desk.example', helpdesk: 'demo', ticketId, requesterId: 'u1', lastMessageId: 'm1' },
    subject,
    sentAt,
    passages: [part],
  });

/** Three replies of any period: a changed article, one without the passage, a source that is gone. */
export const recalled: RecallState = {
  kind: 'listed',
  total: 3,
  replies: [
    reply('48213', 'Reset link does not work', '2026-11-10T09:12:00.000Z', {
      source: 1,
      old: passage('reset', 'Reset links', 'A reset link is valid for 60 minutes.\n\nIt works once.'),
      change: {
        kind: 'changed',
        now: passage('reset-2', 'Reset links', 'A reset link is valid for 15 minutes.\n\nIt works once.'),
        changedAt: '2026-11-12T08:00:00.000Z',
      },
      sentences: ['Your link is valid for 60 minutes.'],
      gone: ['A reset link is valid for 60 minutes.'],
    }),
    reply('48101', 'Refund for the second seat <b>please</b>', '2026-11-04T15:40:00.000Z', {
      source: 2,
      old: passage('refunds', 'Refunds and credits', 'Seats are refunded within 30 days.'),
      change: { kind: 'changed', changedAt: '2026-11-18T08:00:00.000Z' },
      sentences: ['We refund seats within 30 days.'],
      gone: ['Seats are refunded within 30 days.'],
    }),
    reply('47990', 'Goodwill credit', '2026-10-28T11:05:00.000Z', {
      source: 1,
      old: passage('goodwill', 'Goodwill rules', 'One month is credited once a year.'),
      change: { kind: 'source-gone' },
      sentences: ['We credit one month once a year.'],
      gone: ['One month is credited once a year.'],
    }),
  ],
};
