import type { Audience } from '../../utils/domain/passage.ts';

/** Audiences as the interface says them, and what they mean for a draft. */
export const audienceNames: Record<Audience, { readonly name: string; readonly meaning: string }> = {
  public: { name: 'Public', meaning: 'everyone may read it' },
  'signed-in': { name: 'Signed in', meaning: 'for people with an account' },
  segment: { name: 'Some accounts', meaning: 'for accounts of a named plan or contract' },
  internal: { name: 'Internal', meaning: 'the team only; never used in public replies' },
};
