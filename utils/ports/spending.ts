import type { Failure } from '../domain/failure.ts';
import type { Price, Spent } from '../domain/spending.ts';

/** A request that is about to be made; tokens are estimates, `output` the most that may come. */
export type SpendingEstimate = {
  readonly draftId: string;
  readonly tokens: { readonly input: number; readonly output: number };
  readonly price?: Price | undefined;
};

/** Holds what is spent to what the team allows. */
export type Spending = {
  /** Why this request must not be made, or `undefined` when it may. */
  readonly refuse: (estimate: SpendingEstimate) => Promise<Failure | undefined>;
  /** Adds a request to the count; noted once more under its `id`, in the place of what was noted before. */
  readonly note: (spent: Omit<Spent, 'id' | 'at'> & { readonly id?: string }) => Promise<void>;
};
