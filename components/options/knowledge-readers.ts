import type { Audience } from '../../utils/domain/passage.ts';

/** Readers from the most to the least open; each may read what those before it may. */
const order: readonly Audience[] = ['public', 'signed-in', 'segment', 'internal'];

/** Audiences whose passages `reader` may see. */
export function toMayUse(reader: Audience): Audience[] {
  return order.slice(0, order.indexOf(reader) + 1);
}

export const readerNames: Record<Audience, string> = {
  public: 'Everyone',
  'signed-in': 'People with an account',
  segment: 'Accounts of a plan or contract',
  internal: 'Your team',
};
