import { z } from 'zod';
import type { Source } from '../../domain/passage.ts';
import { changed, toField } from './source-failure.ts';

/** On a page of this many or more, none that fits is no accident. */
const MANY = 3;

const labelSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
});

/** How entries of one kind have fitted in this reading. */
export type Shape = {
  /** One has fitted: then a few that don't are bad luck, not a change. */
  isKnown: boolean;
  /** That didn't fit since the last one that did. */
  misfits: number;
};

/**
 * Entries that fit. The others go to `unreadable` with the field that is missing; when none of a list fits, and there are
 * several or none has ever fitted, the schema has changed and the reading ends. Single entries end it at the third in a row.
 */
export function parseEach<T>(
  list: readonly unknown[],
  schema: z.ZodType<T>,
  context: {
    readonly host: string;
    readonly noun: string;
    readonly unreadable: Source['unreadable'];
    readonly shape: Shape;
    readonly isSingle: boolean;
  },
): T[] {
  const good: T[] = [];
  const bad: { readonly entry: unknown; readonly field: string }[] = [];
  for (const entry of list) {
    const parsed = schema.safeParse(entry);
    if (parsed.success) good.push(parsed.data);
    else bad.push({ entry, field: toField(parsed.error) });
  }
  const { shape } = context;
  if (good.length > 0) Object.assign(shape, { isKnown: true, misfits: 0 });
  else shape.misfits += bad.length;
  const [first] = bad;
  const isChange = shape.misfits >= MANY || (!shape.isKnown && !context.isSingle);
  if (first && good.length === 0 && isChange) throw changed(context.host, first.field);
  for (const { entry, field } of bad) {
    context.unreadable.push({ name: toLabel(entry, context.noun), reason: `its "${field}" is missing or not as documented` });
  }
  return good;
}

/** A title is shown; of a ticket only its number, since its title is the requester's. */
function toLabel(entry: unknown, noun: string): string {
  const { data } = labelSchema.safeParse(entry);
  const title = noun === 'Ticket' ? undefined : (data?.title ?? data?.name);
  if (title) return title;
  return data?.id === undefined ? `${noun} without a number` : `${noun} ${data.id}`;
}
