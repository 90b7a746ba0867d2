import { describeAbstention } from '../../components/panel/describe-view.ts';
import { toMarkedText, type Draft, type DraftOutcome } from '../../utils/domain/draft.ts';
import type { StrategyId } from '../../utils/domain/strategy.ts';
import { describeStandIn } from './describe-stand-in.ts';

/** One strategy's draft for a terminal: the reply with its marks, its sources, and what each stage took and cost. */
export function printOutcome(strategy: StrategyId, outcome: DraftOutcome): void {
  console.log(`\n── ${strategy} ${'─'.repeat(Math.max(0, 74 - strategy.length))}`);
  switch (outcome.kind) {
    case 'drafted':
      return printDraft(outcome.draft);
    case 'abstained':
      console.log(
        `${describeAbstention(outcome.reason, 'The requester').title}.${outcome.question === '' ? '' : `\nQuestion to ask instead: ${outcome.question}`}`,
      );
      return;
    case 'handed-over':
      console.log(
        `Handed to a person: ${outcome.risks.map(({ kind, quotes }) => `${kind} (“${quotes[0]?.text ?? ''}”)`).join(', ')}.`,
      );
      return;
    case 'failed':
      console.log(`Failed: ${describeStandIn(outcome.failure)}`);
  }
}

function printDraft({ blocks, sources, trace, writer, conflicts = [], risks = [], unanswered = [] }: Draft): void {
  if (writer.kind === 'embedded' && writer.because) {
    console.log(`The embedded drafter stood in, from the best passages: ${describeStandIn(writer.because)}\n`);
  }
  console.log(toMarkedText(blocks));
  const marked = blocks.flatMap((block) => block.lines.flat()).filter(({ support }) => support === 'unsupported');
  console.log('');
  for (const { text } of marked) console.log(`! not supported: ${text}`);
  for (const { a, b, because } of conflicts)
    console.log(`! sources ${a.source} (“${a.said}”) and ${b.source} (“${b.said}”) disagree; preferred: ${because}`);
  for (const { kind, quotes } of risks) console.log(`! ${kind}: “${quotes[0]?.text ?? ''}”`);
  for (const question of unanswered) console.log(`! left open: ${question}`);
  for (const { number, passage } of sources)
    console.log(`[${number}] ${[passage.title, ...passage.headings].join(' > ')} (${passage.articleId})`);
  console.log('');
  for (const { stage, did, note, ms, tokens, asked } of trace) {
    const cost = tokens ? ` · ${tokens.isEstimated ? 'about ' : ''}${tokens.input}+${tokens.output} tokens` : '';
    const time = did === 'ran' ? `${ms.toFixed(0).padStart(6)} ms` : '        –';
    console.log(`${stage.padEnd(11)}${time}  ${note}${asked ? ` (${asked.host})` : ''}${cost}`);
  }
}
