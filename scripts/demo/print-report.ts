import type { OutcomeRow } from '../../utils/domain/outcome.ts';
import { measureAcceptance } from '../../utils/insights/acceptance.ts';
import { toOpportunityOutcomes } from '../../utils/insights/opportunity-outcome.ts';
import type { Rate } from '../../utils/insights/rate.ts';
import type { PlayedTicket } from './play-agent.ts';

/** Prints what the demo showed: ticket, draft, citations, confidence, outcome rows, acceptance rate and where the pictures are. */
export function printReport(played: readonly PlayedTicket[], rows: readonly OutcomeRow[], pictures: readonly string[]): void {
  for (const { title, record } of played) {
    if (record.outcome?.kind !== 'drafted') continue;
    const { draft } = record.outcome;
    console.log(`\n── Ticket ${title}\n\nDraft (${draft.language}):\n${indent(record.versions[0]?.text ?? '')}\n\nCitations:`);
    for (const { number, passage } of draft.sources)
      console.log(`  [${number}] ${passage.title} · ${passage.audience} · ${passage.url ?? passage.articleId}`);
    const sentences = draft.blocks.flatMap((block) => block.lines.flat()).filter((sentence) => sentence.support !== 'plain');
    const supported = sentences.filter((sentence) => sentence.support !== 'unsupported').length;
    console.log(`\nConfidence: ${draft.confidence.kind}, ${supported} of ${sentences.length} statements supported`);
  }
  console.log('\n── Outcome rows\n');
  for (const row of rows)
    console.log(
      `  ${row.at}  #${row.ticketId}  ${row.step}${row.step === 'sent' ? ` (edit share ${row.editShare.toFixed(2)}, retained share ${row.retainedShare.toFixed(2)})` : ''}`,
    );
  const { strict, loose } = measureAcceptance(toOpportunityOutcomes(rows));
  console.log(
    `\n── Acceptance rate\n\n  strict (retained of offered): ${describe(strict.overOffered)}\n  loose (inserted of offered):  ${describe(loose.overOffered)}`,
  );
  console.log(`\n── Pictures\n\n${pictures.map((picture) => `  ${picture}`).join('\n')}`);
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const describe = (rate: Rate): string =>
  rate.kind === 'rate'
    ? `${percent(rate.rate)} (${percent(rate.low)}–${percent(rate.high)}, n ${rate.n})`
    : `${rate.successes} of ${rate.n}: too few for a percentage`;
