import type { RejectionReason } from '../../utils/domain/draft.ts';
import { RETAINED_FROM_SHARE, type HeldBackReason } from '../../utils/domain/outcome.ts';
import type { LadderRung } from '../../utils/insights/ladder.ts';
import type { Format } from './create-format.ts';

const keptFrom = `${Math.round(RETAINED_FROM_SHARE * 100)}%`;

const abstentions: Record<HeldBackReason, string> = {
  'no-knowledge': 'had no source to draft from',
  'nothing-relevant': 'had no passage about the question',
  'nothing-to-answer': 'asked nothing',
  'waiting-for-requester': 'were waiting for the requester',
  'empty-ticket': 'had no message',
  'off-topic': 'asked for something that is not support',
  'about-the-future': 'asked what will be',
  'too-thin': 'said too little',
  'handed-over': 'were handed to a person',
};

const rejections: Record<RejectionReason, string> = {
  'fact-wrong': 'fact wrong',
  'source-outdated': 'source out of date',
  'misses-question': 'missed the question',
  'wrong-tone': 'wrong tone',
  'too-long': 'too long',
  'wrong-language': 'wrong language',
  'person-must-decide': 'a person must decide',
  'something-else': 'another reason',
};

const titles: Record<LadderRung['step'], string> = {
  eligible: '',
  offered: 'no draft',
  seen: 'not seen',
  inserted: 'not inserted',
  sent: 'not sent',
  retained: 'not retained',
};

/** What was lost before a rung, in one line: "not inserted: 12 rejected (7 fact wrong, 5 too long) · 3 wrote their own". */
export function describeLosses(rung: LadderRung, format: Format): string {
  const rejected = rung.losses.flatMap(({ reason, count }) =>
    reason.kind === 'rejected' ? [{ reason: reason.reason, count }] : [],
  );
  const sum = rejected.reduce((total, { count }) => total + count, 0);
  const why = rejected.map(({ reason, count }) => `${format.count(count)} ${rejections[reason]}`).join(', ');
  const parts = rung.losses.flatMap(({ reason, count }) => {
    const n = format.count(count);
    switch (reason.kind) {
      case 'abstained':
        return `${n} ${abstentions[reason.reason]}`;
      case 'rejected':
        return [];
      case 'own-reply':
        return rung.step === 'offered' ? `${n} answered before a draft was made` : `${n} wrote their own`;
      case 'undone':
        return `${n} undone`;
      case 'changed-more':
        return `${n} kept fewer than ${keptFrom} of the words`;
      case 'open':
        return `${n} still open`;
      default:
        return assertNever(reason);
    }
  });
  return `${titles[rung.step]}: ${[...(sum > 0 ? [`${format.count(sum)} rejected (${why})`] : []), ...parts].join(' · ')}`;
}

function assertNever(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
