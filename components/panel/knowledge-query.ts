import { useState } from 'react';
import type { Audience } from '../../utils/domain/passage.ts';
import { MAX_QUERY, useKnowledgeSearch, type KnowledgeSearcher, type SearchState } from '../knowledge/use-knowledge-search.ts';

/** What the agent looks for, kept while they go back to the draft. */
export type KnowledgeQuery = {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Only what may stand in a public reply, or everything the team has. */
  readonly reach: 'requester' | 'team';
  readonly setReach: (reach: KnowledgeQuery['reach']) => void;
  readonly state: SearchState;
  readonly again: () => void;
};

/** Enough to choose from after those in other languages were left out. */
const LIMIT = 20;

const mayUse: Record<KnowledgeQuery['reach'], Audience[]> = {
  requester: ['public'],
  team: ['public', 'signed-in', 'segment', 'internal'],
};

export function useKnowledgeQuery(onSearch: KnowledgeSearcher): KnowledgeQuery {
  const [text, setText] = useState('');
  const [reach, setReach] = useState<KnowledgeQuery['reach']>('requester');
  const asked = text.trim().slice(0, MAX_QUERY);
  const { state, again } = useKnowledgeSearch(
    onSearch,
    asked === '' ? undefined : { text: asked, mayUse: mayUse[reach], pool: 'articles', limit: LIMIT },
  );
  return { text, setText, reach, setReach, state, again };
}
