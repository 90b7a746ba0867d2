import { useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../utils/domain/failure.ts';
import type { MessageRequest } from '../../utils/messaging/contract.ts';
import type { FoundPassage } from './found-passage.ts';

export type SearchRequest = MessageRequest<'knowledge-search'>;

/** Finds passages by hand: from Options and from the panel. */
export type KnowledgeSearcher = (request: SearchRequest) => Promise<Result<readonly FoundPassage[]>>;

export type SearchState =
  /** Nothing was asked yet. */
  | { readonly kind: 'idle' }
  /** `before` stays in sight until the answer is there. */
  | { readonly kind: 'searching'; readonly before: readonly FoundPassage[] }
  | { readonly kind: 'found'; readonly passages: readonly FoundPassage[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Longest text that may be searched for, characters; the contract's limit. */
export const MAX_QUERY = 2000;

/** Typing goes on: the search waits until the hand rests. */
const REST_MS = 200;

type Answered = { readonly key: string; readonly answer: Result<readonly FoundPassage[]> };

/**
 * Searches when the request has rested for a moment; an answer that was overtaken by a newer request is dropped.
 * `undefined` asks nothing. `again` repeats the newest request.
 */
export function useKnowledgeSearch(
  onSearch: KnowledgeSearcher,
  request: SearchRequest | undefined,
): { readonly state: SearchState; readonly again: () => void } {
  const [answered, setAnswered] = useState<Answered>();
  const [round, setRound] = useState(0);
  const latest = useRef({ onSearch, request });
  useEffect(() => {
    latest.current = { onSearch, request };
  });
  const key = request === undefined ? '' : `${round} ${JSON.stringify(request)}`;

  useEffect(() => {
    if (key === '') return undefined;
    let isOvertaken = false;
    const timer = setTimeout(() => {
      const { onSearch: search, request: asked } = latest.current;
      if (!asked) return;
      void search(asked).then((answer) => {
        if (!isOvertaken) setAnswered({ key, answer });
      });
    }, REST_MS);
    return () => {
      isOvertaken = true;
      clearTimeout(timer);
    };
  }, [key]);
  return { state: toState(key, answered), again: () => setRound((before) => before + 1) };
}

function toState(key: string, answered: Answered | undefined): SearchState {
  if (key === '') return { kind: 'idle' };
  if (answered?.key !== key) return { kind: 'searching', before: answered?.answer.ok ? answered.answer.value : [] };
  const { answer } = answered;
  return answer.ok ? { kind: 'found', passages: answer.value } : { kind: 'failed', failure: answer.error };
}

/** What is on the screen in this state. */
export function shownIn(state: SearchState): readonly FoundPassage[] {
  switch (state.kind) {
    case 'searching':
      return state.before;
    case 'found':
      return state.passages;
    case 'idle':
    case 'failed':
      return [];
  }
}
