import { useState } from 'react';
import type { Failure, Result } from '../../utils/domain/failure.ts';

export type Order = {
  readonly isUnderWay: boolean;
  /** Why the last one was not carried out. */
  readonly problem: Failure | undefined;
  /** Carries out `order` at once, in the turn of the click; `onDone` follows when it was. One at a time. */
  readonly give: (order: () => Promise<Result<undefined>>, onDone?: () => void) => void;
};

/** An order to the worker whose failure is shown beside its button. */
export function useOrder(): Order {
  const [isUnderWay, setUnderWay] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  return {
    isUnderWay,
    problem,
    give(order, onDone) {
      if (isUnderWay) return;
      setUnderWay(true);
      setProblem(undefined);
      void order().then((answer) => {
        setUnderWay(false);
        if (answer.ok) onDone?.();
        else setProblem(answer.error);
      });
    },
  };
}
