/** Why tagged tickets or a stored model can't be used. `said` is for people: what is wrong, then what to do. */
export type TriageFailure = {
  readonly kind: 'unreadable-rows' | 'too-few-labels' | 'too-few-tickets' | 'too-many-labels' | 'broken-model' | 'stopped';
  readonly said: string;
};

export function toTriageFailure(
  kind: TriageFailure['kind'],
  said: string,
): { readonly ok: false; readonly error: TriageFailure } {
  return { ok: false, error: { kind, said } };
}
