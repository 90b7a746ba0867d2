import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FirstRunPage } from './first-run-page.tsx';
import type { FirstRunActions, FirstRunValue } from './first-run-value.ts';

const unused = (): never => {
  throw new Error('nothing may be called while drawing');
};
const actions: FirstRunActions = {
  onAllowSite: unused,
  onUseEmbedded: unused,
  onChooseBackend: unused,
  onFinish: unused,
  onSourceRemove: unused,
  onImportFiles: unused,
  onPasteText: unused,
  onImportSample: unused,
  onImportCancel: unused,
};
const value: FirstRunValue = {
  helpdesk: { name: 'Request Tracker', host: 'tickets.example' },
  siteAllowed: false,
  sources: [],
  importing: undefined,
  importProblem: '',
};
const textOf = (firstStep: number, part: Partial<FirstRunValue> = {}, more: Partial<FirstRunActions> = {}): string =>
  renderToStaticMarkup(<FirstRunPage value={{ ...value, ...part }} actions={{ ...actions, ...more }} firstStep={firstStep} />)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

it('an open helpdesk is named with its host before permission is asked', () => {
  expect(textOf(0)).toMatch(/Request Tracker tickets\.example.*Allow this site/);
});

it('without an open helpdesk the toolbar click is explained, and no permission is asked', () => {
  const text = textOf(0, { helpdesk: undefined });
  expect(text).toContain('Press Deskside in the browser’s toolbar');
  expect(text).not.toContain('Allow this site');
});

it.each([0, 1, 2])('step %i can be skipped', (step) => {
  expect(textOf(step)).toContain('Skip');
});

it('a sample ticket is offered only where there is one', () => {
  expect(textOf(0)).not.toContain('sample ticket');
  expect(textOf(0, {}, { onSampleTicket: unused })).toContain('Skip, show me a sample ticket');
});

it('knowledge can come from files, a folder, a pasted text or the sample', () => {
  expect(textOf(1)).toMatch(/Files or zip Folder Paste text Use the sample help centre/);
});

it('the embedded drafter is chosen to begin with, and says that nothing leaves', () => {
  const text = textOf(2);
  expect(text).toContain('Use embedded');
  expect(text).toContain('Nothing leaves this browser');
});

it('the end says what is still missing', () => {
  expect(textOf(3)).toContain('No articles yet');
  expect(textOf(3, { siteAllowed: true })).toContain('Your helpdesk may be read.');
});
