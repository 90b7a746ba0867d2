import type { OutcomeRow, OutcomeStep } from '../../utils/domain/outcome.ts';
import { makeOutcomeRows } from '../../utils/insights/make-outcome-rows.ts';

const agents = ['Amara Okafor', 'Jonas Brandt', 'Lars Nyberg', 'Mei Tanaka', 'Priya Nair', 'Sofía Navarro'].map(
  (name, index) => ({
    id: String(index + 1),
    name,
  }),
);
const articles = [
  ['src-help', 'refunds.md', 'Erstattungen bei Jahresplänen'],
  ['src-help', 'invoices.md', 'Downloading invoices as PDF'],
  ['src-help', 'export.md', 'Exporting a large workspace'],
  ['src-dev', 'limits.md', 'Rate limits'],
  ['src-policy', 'goodwill', 'Goodwill rules 2026'],
] as const;
const draftText = `Hi Tom,

Exports above 50 GB are prepared in the background, and the link comes by e-mail. The link works for 7 days. Yours should be done within 2 days. Attachments come as a second file.

Best,`;
const sentText = `Hi Tom,

Exports above 50 GB are prepared in the background, and the link comes by e-mail. The link works for 7 days. I can’t name a time, so I have moved yours to the front of the queue. Attachments come in the same file since May.

Best,
Ana`;

/** Mulberry32: equal seeds give equal logs, so pictures can be compared. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An invented log of `tickets` opportunities over the `days` before `nowMs`, getting a little better with time. */
export function makeLog(tickets: number, days: number, nowMs: number): OutcomeRow[] {
  const random = createRandom(7);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() ** 1.4 * from.length)];
  return Array.from({ length: tickets }, (_, index) => {
    const ageShare = 1 - (index + random()) / tickets;
    const agent = pick(agents);
    const cited = pick(articles);
    const retainedShare = 0.2 + 0.8 * random();
    const steps = pickSteps(random, 0.08 * (1 - ageShare), retainedShare);
    return makeOutcomeRows({
      ticket: 2000 + index,
      at: new Date(nowMs - 3_600_000 - ageShare * (days - 0.5) * 86_400_000).toISOString(),
      steps,
      helpdesk: agent?.id === '6' ? 'demo' : 'request-tracker',
      ...(steps.includes('rejected')
        ? { reason: pick(['source-outdated', 'fact-wrong', 'misses-question', 'wrong-tone']) ?? 'too-long' }
        : {}),
      ...(steps.includes('abstained') && random() < 0.2 ? { reason: 'nothing-to-answer' } : {}),
      language: pick(['en', 'de', 'es', 'fr']) ?? 'en',
      ...(agent ? { agent } : {}),
      sources: cited ? [{ sourceId: cited[0], articleId: cited[1], title: cited[2] }] : [],
      draftText,
      sentText,
      retainedShare,
    });
  }).flat();
}

function pickSteps(random: () => number, better: number, retainedShare: number): OutcomeStep[] {
  const happens = (share: number): boolean => random() < share;
  if (happens(0.15)) return happens(0.8) ? ['eligible', 'abstained', 'own-reply'] : ['eligible'];
  if (happens(0.08)) return ['eligible', 'offered', 'own-reply'];
  if (!happens(0.63 + better)) {
    return happens(0.55)
      ? ['eligible', 'offered', 'seen', 'rejected', 'own-reply']
      : ['eligible', 'offered', 'seen', 'own-reply'];
  }
  if (happens(0.04)) return ['eligible', 'offered', 'seen', 'inserted', 'insert-undone'];
  const sent: OutcomeStep[] = ['eligible', 'offered', 'seen', 'inserted', 'sent'];
  return retainedShare >= 0.6 || happens(better) ? [...sent, 'retained'] : sent;
}
