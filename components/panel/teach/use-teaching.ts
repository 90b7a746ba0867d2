import { useEffect, useState } from 'react';
import type { Teaching } from '../../../utils/domain/teaching.ts';
import type { TeachingOrder } from '../../../utils/domain/teaching-order.ts';
import { send } from '../../../utils/messaging/messenger.ts';
import { readTeaching, watchTeaching } from '../../../utils/storage/teaching-store.ts';
import { describeFailure } from '../../shared/describe-failure.ts';

export type TabTeaching = {
  /** What was shown in the tab; `undefined` while nothing is being taught. */
  readonly teaching: Teaching | undefined;
  readonly onTeach: (order: TeachingOrder) => void;
};

/** Follows the teaching of a tab, and has the worker carry out its steps. An order that failed says so in `trouble`. */
export function useTeaching(tabId: number | undefined): TabTeaching {
  const [latest, setLatest] = useState<{ readonly tabId: number; readonly teaching: Teaching | undefined }>();
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let isLeft = false;
    void readTeaching(tabId).then((teaching) => isLeft || setLatest((now) => (now?.tabId === tabId ? now : { tabId, teaching })));
    const stop = watchTeaching(tabId, (teaching) => setLatest({ tabId, teaching }));
    return () => {
      isLeft = true;
      stop();
    };
  }, [tabId]);
  const teaching = latest?.tabId === tabId ? latest?.teaching : undefined;
  const onTeach = (order: TeachingOrder): void => {
    if (tabId === undefined) return;
    setTrouble('');
    void send('teaching-order', { tabId, order }).then((answer) => {
      const failure = answer.ok ? (answer.value.kind === 'failed' ? answer.value.failure : undefined) : answer.error;
      if (!failure) return;
      const { what, next } = describeFailure(failure);
      setTrouble(failure.kind === 'unexpected' ? failure.said : `${what} ${next}`);
    });
  };
  return { teaching: teaching && trouble !== '' ? { ...teaching, trouble } : teaching, onTeach };
}
