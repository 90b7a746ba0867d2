import { z } from 'zod/mini';
import { proposalSchema, shownPartSchema, shownSchema, teachingAnswersSchema } from '../domain/teaching.ts';
import { done, type Contract } from './page-contract.ts';

const shownListSchema = z.array(shownSchema).check(z.maxLength(40));

/** What the script that lets an agent show things in a page says and hears: all that it has to load of the contract. */
export const teachMessages = {
  /** Worker → teaching script: what the next click shows; with none the page is the agent's again. */
  'teach-ask': {
    from: 'worker',
    request: z.object({ part: z.nullable(shownPartSchema) }),
    reply: z.object({ kind: z.literal('asked') }),
  },
  /** Worker → teaching script: what would be read, with what was shown so far. Reads the page and changes nothing. */
  'teach-propose': {
    from: 'worker',
    request: z.object({ shown: shownListSchema, answers: teachingAnswersSchema }),
    reply: z.object({ kind: z.literal('proposed'), proposal: proposalSchema }),
  },
  /** Teaching script → worker: the agent has shown this. */
  'teach-shown': { from: 'content', request: z.object({ shown: shownSchema }), reply: done },
  /** Teaching script → worker: the click could not be used, and why in plain words. */
  'teach-troubled': { from: 'content', request: z.object({ trouble: z.string().check(z.maxLength(300)) }), reply: done },
  /** Teaching script → worker: the agent pressed Esc in the page. */
  'teach-stopped': { from: 'content', request: z.object({}), reply: done },
} as const satisfies Contract;
