// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { passageSchema, type Passage } from '../../utils/domain/passage.ts';
import type { FoundPassage } from '../knowledge/found-passage.ts';
import type { KnowledgeSearcher } from '../knowledge/use-knowledge-search.ts';
import type { PanelActions } from './panel-actions.ts';
import { panelInputs } from './panel-fixtures.ts';
import { plainPanelOptions } from './panel-test-support.ts';
import { PanelPage } from './panel-page.tsx';
import { toPanelView } from './panel-view.ts';

const found = (id: string, part: Partial<Passage> = {}): FoundPassage => ({
  passage: passageSchema.parse({
    id,
    articleId: id,
    sourceId: 'help',
    title: `Title ${id}`,
    headings: ['Billing', 'Refunds'],
    text: `Text of ${id} <img src=x>.`,
    locale: 'de',
    audience: 'public',
    url: `https://help.example/${id}`,
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
    ...part,
  }),
  score: 1,
  coverage: 0.5,
  matchedTerms: 1,
  terms: 2,
});

let root: Root;
const onSearch = vi.fn<KnowledgeSearcher>();
const called: string[] = [];
const actions = new Proxy({} as PanelActions, {
  get: (_target, name) => (name === 'onSearch' ? onSearch : (...given: unknown[]) => called.push([name, ...given].join(' '))),
});
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  document.body.innerHTML = '<main></main>';
  called.length = 0;
  onSearch.mockReset();
  onSearch.mockResolvedValue({ ok: true, value: [] });
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

const draw = (name: string, searchHost = ''): Promise<void> =>
  act(async () =>
    root.render(
      <PanelPage
        view={toPanelView(panelInputs[name] ?? { access: 'needed', isStopped: false })}
        actions={actions}
        options={{ ...plainPanelOptions, searchHost: searchHost }}
      />,
    ),
  );
const key = (pressed: string, target: EventTarget = document.body): Promise<void> =>
  act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
  });
const rest = (): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(300));
const field = (): HTMLInputElement => {
  const input = document.querySelector('.knowledge-field');
  if (!(input instanceof HTMLInputElement)) throw new Error('the search is not open');
  return input;
};
const type = (text: string): Promise<void> =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = (label: RegExp): Promise<void> =>
  act(async () => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => label.test(textContent ?? ''));
    if (!button) throw new Error(`no button ${label}`);
    button.click();
  });
const title = (): string => document.querySelector('h1')?.textContent ?? '';
const text = (): string => document.body.textContent ?? '';

it.each(['k', '/'])('%s opens the search with the focus in its field; Esc goes back to the draft', async (pressed) => {
  await draw('drafted');
  await key(pressed);
  expect(title()).toBe('Knowledge');
  expect(document.activeElement).toBe(field());
  await key('Escape', field());
  expect(title()).toBe('Draft');
});

it('beside the draft no key inserts, rejects or redrafts', async () => {
  await draw('drafted');
  await press(/^Similar$/);
  await rest();
  for (const pressed of ['Enter', 'e', 'x', 'z', 'g', 'd', 'n', '1']) await key(pressed);
  expect(called).toEqual([]);
  expect(title()).toBe('Similar');
});

it('what is searched for is what the requester may see, until the agent asks for internal ones', async () => {
  await draw('drafted');
  await key('k');
  await type('Erstattung');
  await rest();
  expect(onSearch.mock.lastCall?.[0]).toMatchObject({ text: 'Erstattung', mayUse: ['public'], pool: 'articles' });
  await press(/^Also internal$/);
  await rest();
  expect(onSearch.mock.lastCall?.[0].mayUse).toContain('internal');
});

it('a result shows its path, its text as text, and opens its article', async () => {
  onSearch.mockResolvedValue({ ok: true, value: [found('a'), found('b', { url: 'javascript:alert(1)' })] });
  await draw('drafted');
  await key('k');
  await type('x');
  await rest();
  expect(text()).toContain('Billing › Refunds');
  expect(text()).toContain('Text of a <img src=x>.');
  expect(document.querySelector('.result img')).toBeNull();
  expect(
    [...document.querySelectorAll('.result button')].filter(({ textContent }) => textContent?.startsWith('Open')),
  ).toHaveLength(1);
  await press(/^Open the article Title a/);
  expect(called).toEqual(['onOpenArticle https://help.example/a']);
});

it('Use puts a public passage into the reply and opens the editor; nothing is inserted', async () => {
  onSearch.mockResolvedValue({ ok: true, value: [found('a')] });
  await draw('drafted');
  await key('k');
  await type('x');
  await rest();
  await press(/^Use/);
  expect(title()).toBe('Draft');
  const editor = document.querySelector('textarea');
  expect(editor?.value).toContain('Text of a');
  expect(editor?.value).toContain('Guten Tag Frau Keller');
  expect(called).toEqual([]);
});

it('what is not public can neither be used nor copied into a public reply', async () => {
  onSearch.mockResolvedValue({
    ok: true,
    value: [found('a', { audience: 'internal' }), found('b', { audience: 'signed-in' }), found('c', { audience: 'segment' })],
  });
  await draw('drafted');
  await key('k');
  await type('x');
  await rest();
  expect(text().match(/Not for a public reply/g)).toHaveLength(3);
  expect([...document.querySelectorAll('.result button')].some(({ textContent }) => /^(Use|Copy)/.test(textContent ?? ''))).toBe(
    false,
  );
});

it('without a draft that may be changed, a passage is copied instead', async () => {
  onSearch.mockResolvedValue({ ok: true, value: [found('a')] });
  await draw('no-ticket');
  await key('k');
  await type('x');
  await rest();
  await press(/^Copy/);
  expect(called).toEqual(['onCopy Text of a <img src=x>.']);
});

it('the language of the reply filters, says what it left out, and shows it again', async () => {
  onSearch.mockResolvedValue({ ok: true, value: [found('a', { locale: 'en' }), found('b', { locale: 'de-AT' })] });
  await draw('drafted');
  await key('k');
  await type('x');
  await rest();
  await press(/^German$/);
  expect(text()).not.toContain('Title a');
  expect(text()).toContain('Title b');
  expect(text()).toContain('1 in other languages left out');
});

it('a search that failed says so and searches again', async () => {
  onSearch.mockResolvedValueOnce({ ok: false, error: { kind: 'storage-broken', said: '' } });
  await draw('drafted');
  await key('k');
  await type('x');
  await rest();
  await press(/^Search again$/);
  await rest();
  expect(onSearch).toHaveBeenCalledTimes(2);
  expect(text()).toContain('Nothing found');
});

it('similar tickets are a pool of their own, are not offered for the reply, and say that they are never cited', async () => {
  onSearch.mockResolvedValue({ ok: true, value: [found('t1', { audience: 'internal', title: '#4417 Refund' })] });
  await draw('drafted');
  await press(/^Similar$/);
  await rest();
  expect(onSearch.mock.lastCall?.[0]).toMatchObject({ pool: 'solved-tickets' });
  expect(onSearch.mock.lastCall?.[0].text).toContain('Welche Frist gilt?');
  expect(text()).toContain('#4417 Refund');
  expect(text()).toContain('a draft never cites them');
  expect([...document.querySelectorAll('.result button')].some(({ textContent }) => /^(Use|Copy)/.test(textContent ?? ''))).toBe(
    false,
  );
});

it('without similar tickets the panel says how to add them', async () => {
  await draw('drafted');
  await press(/^Similar$/);
  await rest();
  expect(text()).toContain('Options → Knowledge → Solved tickets');
  await press(/^Open options$/);
  expect(called).toEqual([expect.stringMatching(/^onOpenOptions/)]);
});

it('without a ticket nothing is compared', async () => {
  await draw('no-ticket');
  await press(/^Similar$/);
  await rest();
  expect(onSearch).not.toHaveBeenCalled();
  expect(text()).toContain('No ticket is open');
});

it('the ledger line names who is asked for the meaning of words', async () => {
  await draw('drafted');
  await key('k');
  expect(document.querySelector('.ledger-line')?.textContent).toBe('Searched in the browser · nothing sent');
  await draw('drafted', 'api.openai.com');
  expect(document.querySelector('.ledger-line')?.textContent).toBe('Words to look for are sent to api.openai.com');
});
