import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it, vi } from 'vitest';
import { describeFailure } from '../shared/describe-failure.ts';
import type { PanelActions } from './panel-actions.ts';
import { panelInputs, refusals } from './panel-fixtures.ts';
import { plainPanelOptions } from './panel-test-support.ts';
import { PanelPage } from './panel-page.tsx';
import { toPanelView } from './panel-view.ts';

beforeAll(() => vi.stubGlobal('navigator', { language: 'en' }));

const actions = new Proxy({} as PanelActions, { get: () => () => undefined });
const draw = (name: string): string =>
  renderToStaticMarkup(
    <PanelPage
      view={toPanelView(panelInputs[name] ?? { access: 'needed', isStopped: false })}
      actions={actions}
      options={plainPanelOptions}
    />,
  );
const kindOf = (name: string): string => toPanelView(panelInputs[name] ?? { access: 'needed', isStopped: false }).kind;

it.each([
  ['drafted', 'drafted'],
  ['this-visit', 'drafted'],
  ['backend-down', 'drafted'],
  ['under-way', 'drafted'],
  ['conflict', 'drafted'],
  ['facts-changed', 'drafted'],
  ['refine-under-way', 'drafted'],
  ['handed-over', 'handed-over'],
  ['inserted-note-failed', 'inserted'],
  ['off-topic', 'abstained'],
  ['drafting', 'drafting'],
  ['stopped', 'stopped'],
  ['on-request', 'on-request'],
  ['outdated', 'outdated'],
  ['inserted', 'inserted'],
  ['rejected', 'rejected'],
  ['no-knowledge', 'abstained'],
  ['failed', 'failed'],
  ['reading', 'reading'],
  ['unreadable', 'unreadable'],
  ['no-ticket', 'no-ticket'],
  ['unknown-helpdesk', 'unknown-helpdesk'],
  ['access-needed', 'access-needed'],
])('%s is the view %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});

it.each(Object.keys(panelInputs))('%s has five bands: views, content and what leaves among them', (name) => {
  const html = draw(name);
  expect(html).toContain('class="topbar"');
  expect(html).toContain('class="panel-scroll"');
  expect(html).toMatch(/ledger-line.*(Nothing|Sending to|Sent to|Asked)/);
});

it('ticket text is text: markup in a subject stands there as it was written', () => {
  const html = draw('drafted');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toContain('<img');
});

it('an unsupported sentence stays visible, marked, and counted', () => {
  const html = draw('drafted');
  expect(html).toMatch(/claim-unsupported[^>]*>Das Geld ist/);
  expect(html).toContain('4 of 5 statements supported');
});

it('a draft in sight can be inserted, edited and rejected', () => {
  for (const label of ['Insert', 'Edit', 'Reject']) expect(draw('drafted')).toContain(label);
});

it('an outdated draft is dimmed, copied, redrafted, and has no Insert', () => {
  const html = draw('outdated');
  expect(html).toContain('draft-old');
  expect(html).toContain('Maria Keller wrote again');
  expect(html).toContain('doch behalten');
  expect(html).not.toMatch(/<button[^>]*>Insert/);
});

it('after an insert the panel says that nothing was sent', () => {
  expect(draw('inserted')).toContain('The reply is in the box. It is not sent.');
});

it('a clarifying question can be put into the box, and the panel says that it is not sent', () => {
  expect(draw('nothing-relevant')).toContain('Insert the question');
  expect(draw('question-inserted')).toContain('The question is in the box. It is not sent.');
});

it('a sentence in another language carries its language, and the panel says so once', () => {
  const html = draw('drafted');
  expect(html).toContain('lang="en"');
  expect(html.split('notice-title">Quoted in English').length).toBe(2);
});

it.each(refusals)('a refused insert (%s) says that nothing was inserted and what to do', (reason) => {
  const html = draw(`refused-${reason}`);
  expect(html).toContain('Not inserted:');
  expect(html).toMatch(/>Insert/);
});

it('a reply that no editor took is on the clipboard, and the panel says so', () => {
  expect(draw('refused-copied')).toContain('The reply is on the clipboard');
  expect(draw('refused-editor-refused')).not.toContain('is on the clipboard');
});

it('a box whose readers the page does not tell leads to teaching the page', () => {
  expect(draw('refused-audience-unknown')).toContain('Teach this page');
  expect(draw('refused-internal-note')).not.toContain('Teach this page');
});

it('a page that can no longer be read gives a report to copy; a session that ended does not', () => {
  expect(draw('redesigned')).toContain('Zendesk did not show the ticket (HTTP 403); and the page does not show the subject.');
  expect(draw('redesigned')).toContain('Copy report');
  expect(draw('unreadable')).not.toContain('Copy report');
});

it('a backend that is down is named, with the draft that stands in', () => {
  expect(draw('backend-down')).toContain('api.openai.com did not answer for 8 seconds.');
  expect(draw('backend-down')).toContain('Embedded');
});

it('who got the text is always said', () => {
  expect(draw('model-drafted')).toContain('Sent to api.openai.com');
  expect(draw('drafted')).toContain('Nothing was sent: drafted in the browser');
});

it('an old source shows its age, a fresh public one nothing', () => {
  expect(draw('drafted')).toMatch(/\d+ months old/);
  expect(draw('drafted')).not.toContain('>Public<');
});

it('every failure says what happened and what to do next', () => {
  const host = 'api.example';
  const failures = [
    { kind: 'backend-unreachable', host },
    { kind: 'backend-silent', host, afterMs: 1 },
    ...[401, 404, 429, 500, 418].map((status) => ({ kind: 'backend-rejected' as const, host, status, said: '' })),
    { kind: 'backend-garbled', host, said: '' },
    { kind: 'backend-cut-off', host, received: 3 },
    { kind: 'backend-not-allowed', host },
    { kind: 'model-nonsense', host, why: 'it repeats itself' },
    ...(['not-set', 'none', 'to-download', 'downloading', 'no-user-gesture'] as const).map((state) => ({
      kind: 'model-unavailable' as const,
      state,
    })),
    ...(['draft', 'day', 'team', 'prompt'] as const).map((limit) => ({
      kind: 'over-budget' as const,
      limit,
      unit: 'tokens' as const,
    })),
    { kind: 'ticket-unreadable', helpdesk: 'RT', missing: 'a message' },
    { kind: 'signed-out', helpdesk: 'RT' },
    { kind: 'storage-full' },
    { kind: 'storage-broken', said: '' },
    { kind: 'extension-updated' },
    { kind: 'message-refused', said: '' },
    { kind: 'unexpected', said: '' },
  ] as const;
  const texts = failures.map((failure) => describeFailure(failure));
  for (const { what, next } of texts) {
    expect(what).toMatch(/^[A-Z@a-z].*\.$/);
    expect(next).toMatch(/\.$/);
  }
  const whats = new Set(texts.map(({ what }) => what));
  // A download that needs a press and one that has not begun are the same to the agent.
  expect(whats.size).toBe(failures.length - 1);
});

it('the ledger line names the host while a model writes, after a stop, and when a backend failed', () => {
  expect(draw('model-drafting')).toContain('Sending to api.openai.com');
  expect(draw('model-stopped')).toContain('Sent to api.openai.com before you stopped');
  expect(draw('model-failed')).toContain('Asked api.openai.com');
});
