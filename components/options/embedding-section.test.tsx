// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings, type Settings } from '../../utils/domain/settings.ts';
import { embeddingStateSchema, emptyState, type EmbeddingRun, type EmbeddingState } from '../../utils/storage/embedding-state.ts';
import type { EmbeddingActions } from './embedding-actions.ts';
import { EmbeddingSection } from './embedding-section.tsx';
import { buttons, fieldOf, fill, find, press, text } from './knowledge-page.test-support.ts';

const done = async () => ({ ok: true, value: undefined }) as const;
const cost = { passages: 1204, tokens: 350_000, requests: 44, money: 0.007 };
const makeActions = () => ({
  onEstimate: vi.fn<EmbeddingActions['onEstimate']>(async () => ({ ok: true, value: cost })),
  onStart: vi.fn<EmbeddingActions['onStart']>(done),
  onPause: vi.fn<EmbeddingActions['onPause']>(done),
  onCancel: vi.fn<EmbeddingActions['onCancel']>(done),
  onRemove: vi.fn<EmbeddingActions['onRemove']>(done),
});
const endpoint = { baseUrl: 'https://api.example/v1', model: 'small' };
const saved: Settings['embedding'] = { endpoint: { ...endpoint, hasKey: true }, pricePerMillionTokens: 0.02 };
const serving = { ...endpoint, dimensions: 64, generation: 0 };
const stateOf = (run: Partial<EmbeddingRun>, rest: Partial<EmbeddingState> = {}): EmbeddingState =>
  embeddingStateSchema.parse({
    ...emptyState,
    run: {
      id: 'r',
      ...endpoint,
      state: 'running',
      startedAt: '2026-11-21T10:00:00.000Z',
      steppedAt: '2026-11-21T10:00:00.000Z',
      done: 300,
      total: 1204,
      tokens: 1000,
      refused: [],
      waits: 0,
      ...run,
    },
    ...rest,
  });

let root: Root;
let actions: ReturnType<typeof makeActions>;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<main></main>';
  actions = makeActions();
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(() => act(async () => root.unmount()));

const draw = (state: EmbeddingState = emptyState, embedding: Settings['embedding'] = defaultSettings.embedding) =>
  act(async () =>
    root.render(
      <EmbeddingSection embedding={embedding} value={{ state, nowMs: Date.parse('2026-11-21T12:00:00Z') }} actions={actions} />,
    ),
  );
async function fillIn(): Promise<void> {
  await fill(fieldOf('Address'), `${endpoint.baseUrl}/`);
  await fill(fieldOf('Embedding model'), endpoint.model);
  await fill(fieldOf('Price'), '0,02');
  await fill(fieldOf('Key'), ' sk-1 ');
}
const has = (label: string): boolean => buttons().some((each) => each.textContent === label);

it('is off at first, and says that internal passages and every question leave too', async () => {
  await draw();
  expect(text()).toContain('Off until you start it.');
  expect(text()).toContain('every passage, internal ones too');
  expect(text()).toContain('every question that is searched');
});

it('nothing is started before an estimate was shown', async () => {
  await draw();
  await fillIn();
  await press('Start');
  expect(actions.onStart).not.toHaveBeenCalled();
  expect(find('Start').title).toContain('Estimate first');
  await press('Estimate');
  expect(actions.onEstimate).toHaveBeenCalledWith({ endpoint, pricePerMillionTokens: 0.02 });
  expect(text()).toContain('Passages1,204');
  expect(text()).toContain('about 350,000');
  expect(text()).toContain('less than 0.01');
  expect(text()).toContain('Nothing has been sent.');
  await press('Start');
  expect(actions.onStart).toHaveBeenCalledWith({ endpoint, pricePerMillionTokens: 0.02 }, 'sk-1');
  expect(fieldOf('Key').value).toBe('');
});

it('an estimate is worth nothing for another model or price', async () => {
  await draw();
  await fillIn();
  await press('Estimate');
  await fill(fieldOf('Embedding model'), 'large');
  await press('Start');
  expect(actions.onStart).not.toHaveBeenCalled();
  expect(text()).not.toContain('350,000');
});

it('an estimate that comes after the form has changed is not shown', async () => {
  const late = Promise.withResolvers<{ ok: true; value: typeof cost }>();
  actions.onEstimate.mockReturnValue(late.promise);
  await draw();
  await fillIn();
  await press('Estimate');
  await fill(fieldOf('Embedding model'), 'large');
  await act(async () => late.resolve({ ok: true, value: cost }));
  expect(text()).not.toContain('350,000');
});

it.each([
  ['Address', 'http://models.example/v1', 'https://'],
  ['Address', 'https://api.example/v1/embeddings', 'without /embeddings'],
  ['Embedding model', '', 'Give the name of the model'],
  ['Price', 'two cents', 'Give a number'],
])('%s “%s” is not asked, and the field says why', async (label, value, problem) => {
  await draw();
  await fillIn();
  await fill(fieldOf(label), value);
  await press('Estimate');
  expect(text()).toContain(problem);
  expect(actions.onEstimate).not.toHaveBeenCalled();
});

it('a browser that refuses is told beside the button, and the key stays typed', async () => {
  actions.onStart.mockResolvedValue({ ok: false, error: { kind: 'backend-not-allowed', host: 'api.example' } });
  await draw();
  await fillIn();
  await press('Estimate');
  await press('Start');
  expect(text()).toContain('The browser may not ask api.example yet.');
  expect(fieldOf('Key').value).toBe(' sk-1 ');
});

it('under way it shows how far it is, and can be paused and cancelled', async () => {
  await draw(stateOf({}), saved);
  expect(text()).toContain('300 of 1,204 passages by small at api.example.');
  expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25');
  await press('Pause');
  await press('Cancel');
  expect(actions.onPause).toHaveBeenCalledOnce();
  expect(actions.onCancel).toHaveBeenCalledOnce();
});

it.each([
  ['paused', 'Go on'],
  ['failed', 'Try again'],
  ['waiting', 'Try now'],
] as const)('%s: goes on with the model of the run and the stored key', async (state, label) => {
  await draw(stateOf({ state }), saved);
  await press(label);
  expect(actions.onStart).toHaveBeenCalledWith({ endpoint, pricePerMillionTokens: 0.02 }, '');
});

it('a failure says what happened and what to do here', async () => {
  await draw(
    stateOf({ state: 'failed', failure: { kind: 'backend-rejected', host: 'api.example', status: 401, said: '' } }),
    saved,
  );
  expect(text()).toContain('api.example did not accept the key.');
  expect(text()).toContain('Enter a valid key, then start again.');
});

it('while another model is on its way, it says that the old vectors serve until then', async () => {
  await draw(stateOf({ model: 'large' }, { serving }), saved);
  expect(text()).toContain('The vectors of small at api.example serve until the new ones are complete');
});

it('before another model is chosen, it says the same', async () => {
  await draw(stateOf({ state: 'done' }, { serving }), saved);
  expect(text()).not.toContain('until the new ones are complete');
  await press('Change');
  expect(text()).toContain('the vectors of small at api.example serve until the new ones are complete');
});

it('after a cancel the old model’s vectors go on serving, and the section does not claim to be off', async () => {
  await draw(stateOf({ state: 'cancelled', model: 'large' }, { serving }), saved);
  expect(text()).toContain('small at api.example goes on serving.');
  expect(has('Remove…')).toBe(true);
});

it('what waits goes on by itself, and says so instead of asking for anything', async () => {
  const failure = { kind: 'backend-rejected', host: 'api.example', status: 429, said: '' } as const;
  await draw(stateOf({ state: 'waiting', retryAt: '2026-11-21T13:00:00.000Z', failure }), saved);
  expect(text()).toContain('Goes on by itself');
  expect(text()).toContain('taking no more requests');
  expect(text()).not.toContain('then try again');
});

it('after a cancel, going on means the model that serves', async () => {
  await draw(stateOf({ state: 'cancelled', model: 'large' }, { serving }), { endpoint: { ...endpoint, hasKey: true } });
  await press('Go on with it');
  expect(actions.onStart).toHaveBeenCalledWith({ endpoint }, '');
});

it('all vectors are removed after a second press only', async () => {
  await draw(stateOf({ state: 'done', done: 1204 }, { serving }), saved);
  expect(text()).toContain('1,204 of 1,204 passages');
  await press('Remove…');
  expect(actions.onRemove).not.toHaveBeenCalled();
  await press('Remove all vectors');
  expect(actions.onRemove).toHaveBeenCalledOnce();
});

it('passages that were not taken are counted', async () => {
  await draw(stateOf({ state: 'done', refused: ['a', 'b'] }, { serving }), saved);
  expect(text()).toContain('2 passages could not be taken by it.');
});
