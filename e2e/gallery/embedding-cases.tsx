import type { ReactNode } from 'react';
import type { EmbeddingActions } from '../../components/options/embedding-actions.ts';
import { EmbeddingSection } from '../../components/options/embedding-section.tsx';
import type { Settings } from '../../utils/domain/settings.ts';
import { embeddingStateSchema, emptyState, type EmbeddingRun, type EmbeddingState } from '../../utils/storage/embedding-state.ts';
import { nowMs } from './knowledge-fixtures.ts';
import '../../components/options/options.css';

const done = async () => ({ ok: true, value: undefined }) as const;
const cost = { passages: 18_204, tokens: 4_310_000, requests: 541 };
const actions: EmbeddingActions = {
  onEstimate: async ({ pricePerMillionTokens: price }) => ({
    ok: true,
    value: price === undefined ? cost : { ...cost, money: (cost.tokens / 1_000_000) * price },
  }),
  onStart: done,
  onPause: done,
  onCancel: done,
  onRemove: done,
};
const small = { baseUrl: 'https://api.openai.com/v1', model: 'text-embedding-3-small' };
const local = { baseUrl: 'http://127.0.0.1:11434/v1', model: 'embeddinggemma' };
const saved: Settings['embedding'] = { endpoint: { ...small, hasKey: true }, pricePerMillionTokens: 0.02 };
const serving = { serving: { ...small, dimensions: 1536, generation: 0 } };
const stateOf = (run: Partial<EmbeddingRun>, rest: Partial<EmbeddingState> = {}): EmbeddingState =>
  embeddingStateSchema.parse({
    ...emptyState,
    run: {
      id: 'r',
      ...small,
      state: 'running',
      startedAt: '2026-11-21T13:00:00.000Z',
      steppedAt: '2026-11-21T13:10:00.000Z',
      done: 6112,
      total: 18_204,
      tokens: 1_400_000,
      refused: [],
      waits: 0,
      ...run,
    },
    ...rest,
  });

type SectionProps = {
  readonly state?: EmbeddingState;
  readonly embedding?: Settings['embedding'];
  readonly over?: Partial<EmbeddingActions>;
};

function Section({ state = emptyState, embedding, over = {} }: SectionProps): ReactNode {
  return (
    <main className="options-main" style={{ maxInlineSize: 760, marginInline: 'auto', padding: 16 }}>
      <h1 className="visually-hidden">Options</h1>
      <EmbeddingSection embedding={embedding} value={{ state, nowMs }} actions={{ ...actions, ...over }} />
    </main>
  );
}

/** The section "Search by meaning" of Options in every state, by name; what is pressed stands in `shoot.ts`. */
export const embeddingCases: Record<string, () => ReactNode> = {
  'options-embedding-off': () => <Section />,
  'options-embedding-problems': () => <Section />,
  'options-embedding-estimated': () => <Section />,
  'options-embedding-estimated-no-price': () => <Section />,
  'options-embedding-refused': () => (
    <Section over={{ onStart: async () => ({ ok: false, error: { kind: 'backend-not-allowed', host: 'api.openai.com' } }) }} />
  ),
  'options-embedding-running': () => <Section state={stateOf({})} embedding={saved} />,
  'options-embedding-waiting': () => (
    <Section
      state={stateOf({
        state: 'waiting',
        retryAt: '2026-11-21T16:40:00.000Z',
        failure: { kind: 'backend-rejected', host: 'api.openai.com', status: 429, said: 'Rate limit reached' },
      })}
      embedding={saved}
    />
  ),
  'options-embedding-paused': () => <Section state={stateOf({ state: 'paused' })} embedding={saved} />,
  'options-embedding-failed': () => (
    <Section
      state={stateOf({ state: 'failed', failure: { kind: 'backend-rejected', host: 'api.openai.com', status: 401, said: '' } })}
      embedding={saved}
    />
  ),
  'options-embedding-on': () => (
    <Section state={stateOf({ state: 'done', done: 18_201, refused: ['a', 'b', 'c'] }, serving)} embedding={saved} />
  ),
  'options-embedding-change': () => <Section state={stateOf({ state: 'done', done: 18_204 }, serving)} embedding={saved} />,
  'options-embedding-switching': () => (
    <Section state={stateOf(local, serving)} embedding={{ endpoint: { ...local, hasKey: false } }} />
  ),
  'options-embedding-cancelled': () => <Section state={stateOf({ ...local, state: 'cancelled' }, serving)} embedding={saved} />,
  'options-embedding-remove': () => <Section state={stateOf({ state: 'done', done: 18_204 }, serving)} embedding={saved} />,
};
