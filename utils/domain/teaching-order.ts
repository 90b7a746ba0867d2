import { z } from 'zod/mini';
import {
  elementPathSchema,
  shownPartSchema,
  teachingAnswersSchema,
  teachingSteps,
  type Shown,
  type Teaching,
} from './teaching.ts';

/** What the agent does in the panel while teaching. */
export const teachingOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  /** Takes back the last thing shown, or the last mending. */
  z.object({ kind: z.literal('back') }),
  z.object({ kind: z.literal('stop') }),
  /** Show this part anew. */
  z.object({ kind: z.literal('mend'), part: shownPartSchema }),
  z.object({ kind: z.literal('answer'), answers: z.partial(teachingAnswersSchema) }),
  /** A message of the preview is of another kind than proposed. */
  z.object({
    kind: z.literal('correct'),
    as: z.enum(['requester', 'agent', 'note']),
    path: elementPathSchema,
    words: z.string().check(z.maxLength(120)),
  }),
  z.object({ kind: z.literal('save'), name: z.string().check(z.minLength(1), z.maxLength(80)) }),
]);
export type TeachingOrder = z.infer<typeof teachingOrderSchema>;

/** Nothing shown yet. */
export const startTeaching = (tabId: number, host: string): Teaching => ({
  tabId,
  host,
  shown: [],
  answers: { noNote: false },
  trouble: '',
});

/** Something was shown: a mended part takes the place of the one before, a message of a kind joins those shown before it. */
export function addShown(teaching: Teaching, shown: Shown): Teaching {
  const { mending: _done, ...rest } = teaching;
  const isSingle = shown.part !== 'requester' && shown.part !== 'agent' && shown.part !== 'note';
  const kept = isSingle ? rest.shown.filter(({ part }) => part !== shown.part) : rest.shown;
  // A message that is said to be something else is no longer what it was.
  const others = kept.filter(({ path }) => isSingle || path.join() !== shown.path.join());
  const answers = shown.part === 'reply' ? withoutAudience(rest.answers) : rest.answers;
  return { ...rest, shown: [...others, shown].slice(-40), answers, trouble: '' };
}

/** Who reads the box is asked for every box that is shown. */
function withoutAudience({ audience: _asked, ...rest }: Teaching['answers']): Teaching['answers'] {
  return rest;
}

/** One step back: a mending that was begun, else the last thing shown, and "there is no note" where that came last. */
export function goBack(teaching: Teaching): Teaching {
  const { mending, ...rest } = teaching;
  if (mending) return { ...rest, trouble: '' };
  const last = rest.shown.at(-1);
  const isNoNoteLast = rest.answers.noNote && last?.part === teachingSteps[2];
  if (isNoNoteLast) return { ...rest, answers: { ...rest.answers, noNote: false }, trouble: '' };
  const answers = last?.part === 'reply' ? withoutAudience(rest.answers) : rest.answers;
  return { ...rest, shown: rest.shown.slice(0, -1), answers, trouble: '' };
}
