// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { demoMacros } from '../../scripts/demo-helpdesk/demo-macros.ts';
import type { MacrosFound } from '../../utils/domain/macro.ts';
import { rankMacros } from '../../utils/retrieval/ranking/rank-macros.ts';
import { MacroList } from './macro-list.tsx';

let root: Root;
const onUse = vi.fn<(text: string) => void>();
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  document.body.innerHTML = '<main></main>';
  onUse.mockReset();
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

type Find = (text: string, language: string) => Promise<MacrosFound>;
const find: Find = async (text, language) => ({
  kind: 'found',
  macros: text === '' ? [...demoMacros] : [...rankMacros(demoMacros, text, language)],
  total: demoMacros.length,
});

async function draw(onMacros: Find, text = '', question = 'The SAML sign-in fails with an error.'): Promise<string[]> {
  const actions = { onMacros, onCopy: () => undefined };
  await act(async () => root.render(<MacroList text={text} question={question} language="en" actions={actions} onUse={onUse} />));
  await act(() => vi.advanceTimersByTimeAsync(300));
  return [...document.querySelectorAll('h3')].map((title) => title.textContent ?? '');
}

it('suggests the macros that fit the ticket while nothing is looked for', async () => {
  expect((await draw(find))[0]).toBe('Ask for the SAML error');
  expect(document.body.textContent).toContain('Macros that fit this ticket');
});

it('finds macros by their words', async () => {
  expect(await draw(find, 'upgrade')).toEqual(['Proration after an upgrade']);
});

it('shows all of them when none fits the ticket', async () => {
  expect(await draw(find, '', 'Zzz')).toHaveLength(demoMacros.length);
});

it('puts a macro into the reply as it stands, placeholders too', async () => {
  await draw(find);
  await act(async () => document.querySelector<HTMLButtonElement>('.mini')?.click());
  expect(onUse).toHaveBeenCalledExactlyOnceWith(demoMacros[0]?.text);
});

it('says so where the helpdesk gives none, and why where it could not be read', async () => {
  await draw(async () => ({ kind: 'none' }));
  expect(document.body.textContent).toContain('No macros to read here');
  await act(async () => root.unmount());
  root = createRoot(document.querySelector('main') ?? document.body);
  await draw(async () => ({ kind: 'failed', failure: { kind: 'signed-out', helpdesk: 'Zendesk' } }));
  expect(document.body.textContent).toContain('You are signed out of Zendesk');
});
