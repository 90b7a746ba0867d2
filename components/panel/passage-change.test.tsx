// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PassageChange } from '../../utils/insights/lineage/article-now.ts';
import type { PanelActions } from './panel-actions.ts';
import { panelInputs } from './panel-fixtures.ts';
import { plainPanelOptions } from './panel-test-support.ts';
import { PanelPage } from './panel-page.tsx';
import { toPanelView } from './panel-view.ts';
import type { PassageChangeReader } from './use-passage-change.ts';

let root: Root;
/** Answers that the worker still owes, by the passage's id. */
const owed = new Map<string, (change: PassageChange | undefined) => void>();
const onPassageChange = vi.fn<PassageChangeReader>(({ id }) => new Promise((resolve) => void owed.set(id, resolve)));
const actions = new Proxy({} as PanelActions, {
  get: (_target, name) => (name === 'onPassageChange' ? onPassageChange : () => undefined),
});
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<main></main>';
  owed.clear();
  onPassageChange.mockClear();
  root = createRoot(document.querySelector('main') ?? document.body);
  const view = toPanelView(panelInputs['drafted'] ?? { access: 'needed', isStopped: false });
  await act(async () => root.render(<PanelPage view={view} actions={actions} options={plainPanelOptions} />));
});
afterEach(async () => act(async () => root.unmount()));

const press = (key: string): Promise<void> =>
  act(async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
const tell = (index: number, change: PassageChange | undefined): Promise<void> =>
  act(async () => {
    owed.get(onPassageChange.mock.calls[index]?.[0].id ?? '')?.(change);
  });
const text = (): string => document.body.textContent;
const gone: PassageChange = { kind: 'article-gone' };

it('nothing is asked before a passage is opened, and then about that one, once', async () => {
  expect(onPassageChange).not.toHaveBeenCalled();
  await press('1');
  expect(onPassageChange).toHaveBeenCalledTimes(1);
  await tell(0, gone);
  expect(text()).toContain('The article is no longer in its source');
  expect(onPassageChange).toHaveBeenCalledTimes(1);
});

it('what became of one passage is never shown beside another, however late it is told', async () => {
  await press('1');
  await press('2');
  expect(onPassageChange).toHaveBeenCalledTimes(2);
  await tell(0, gone);
  expect(text()).not.toContain('no longer in its source');
  await tell(1, gone);
  expect(text()).toContain('no longer in its source');
  await press('1');
  expect(text()).not.toContain('no longer in its source');
});

it('where it can’t be told, the passage is shown as the draft used it', async () => {
  await press('1');
  await tell(0, undefined);
  expect(text()).toContain('The draft used this exact text');
});
