import { defaultSettings } from '../domain/settings.ts';
import { findStrategy } from '../domain/strategy.ts';
import { chooseVoice } from '../drafting/voice/choose-voice.ts';
import { judgeTicket } from '../triage/judge-ticket.ts';
import type { AssistTicketDeps } from './draft-run.ts';

/**
 * What a run of the pipeline needs, as a team has it that has set nothing: the embedded drafter, no limits, nothing kept. For the
 * command line, benchmarks and tests; `own` takes the place of what it names.
 */
export function createPlainDeps(
  own: Pick<AssistTicketDeps, 'search' | 'clock' | 'makeBoundary'> & Partial<AssistTicketDeps>,
): AssistTicketDeps {
  const { glossary, escalation, minEnough, budget, strategy } = defaultSettings;
  return {
    lookUps: { lookUp: async () => [] },
    models: {},
    strategy: findStrategy(strategy),
    readPinned: async () => [],
    readPinnedArticles: async () => [],
    chooseVoice: ({ queue }, language) => chooseVoice([], { queue, language }),
    glossary,
    escalation,
    triage: (ticket) => judgeTicket(ticket, undefined),
    minEnough,
    sentReplies: 0,
    budget,
    spending: { refuse: async () => undefined, note: async () => undefined },
    cache: { get: async () => undefined, put: async () => undefined },
    ...own,
  };
}
