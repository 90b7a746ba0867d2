import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { sourceSchema } from '../../utils/domain/passage.ts';
import { defaultSettings, type Settings } from '../../utils/domain/settings.ts';
import { OptionsPage } from './options-page.tsx';
import { noReadings, type OptionsActions, type OptionsValue } from './options-value.ts';

const unused = (): never => {
  throw new Error('nothing may be called while drawing');
};
const actions: OptionsActions = {
  onSettings: unused,
  onUseEmbedded: unused,
  onBackendSave: unused,
  onConnectionTest: unused,
  onUseBuiltIn: unused,
  builtIn: { onState: unused, onDownload: unused },
  onStylingSave: unused,
  onStylingRemove: unused,
  onKeyKnown: unused,
  onListModels: unused,
  onSpending: unused,
  onSourceRemove: unused,
  onSiteRevoke: unused,
  onDeleteOutcomes: unused,
  onImportFiles: unused,
  onPasteText: unused,
  onImportSample: unused,
  onImportCancel: unused,
  onSourceAdd: unused,
  onSyncStart: unused,
  onSyncCancel: unused,
  onReview: unused,
  onSearch: unused,
};
const empty: OptionsValue = {
  settings: defaultSettings,
  sources: [],
  importing: undefined,
  importProblem: '',
  readings: noReadings,
  sites: [],
};
const hosted: Settings['backend'] = {
  kind: 'openai-compatible',
  endpoint: { baseUrl: 'https://api.openai.com/v1', model: 'gpt-5-mini', hasKey: true },
};
const source = sourceSchema.parse({
  id: 's1',
  kind: 'files',
  name: 'handbook.zip',
  audience: 'internal',
  importedAt: '2026-11-03T09:00:00.000Z',
  articles: 12,
  passages: 48,
  unreadable: [{ name: 'a/picture.md', reason: 'It is a picture with a text file’s name.' }],
});
const markupOf = (part: Partial<OptionsValue>): string =>
  renderToStaticMarkup(<OptionsPage value={{ ...empty, ...part }} actions={actions} />);
const textOf = (part: Partial<OptionsValue>): string =>
  markupOf(part)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

it('the embedded drafter asks for neither address nor key, and says that nothing leaves', () => {
  const markup = markupOf({});
  expect(markup).not.toContain('type="password"');
  expect(textOf({})).toContain('What leaves this browser Nothing.');
});

it('a stored key is said to be stored, and the field for it is empty', () => {
  const markup = markupOf({ settings: { ...defaultSettings, backend: hosted } });
  expect(markup).toMatch(/<input[^>]*value=""[^>]*type="password"|<input[^>]*type="password"[^>]*value=""/);
  expect(textOf({ settings: { ...defaultSettings, backend: hosted } })).toContain('A key is stored for api.openai.com.');
});

it('with a hosted model, the host that receives conversations is named', () => {
  expect(textOf({ settings: { ...defaultSettings, backend: hosted } })).toContain('go to api.openai.com');
});

it('with search by meaning on, the host that receives passages and questions is named, and nothing is said to stay', () => {
  const embedding = { endpoint: { baseUrl: 'https://vectors.example/v1', model: 'small', hasKey: true } };
  const text = textOf({ settings: { ...defaultSettings, embedding } });
  expect(text).toContain('all passages and every question that is searched go to vectors.example.');
  expect(text).not.toContain('What leaves this browser Nothing.');
});

it('each source shows its size, who may read it, and every file that was not read with the reason', () => {
  const text = textOf({ sources: [source] });
  expect(text).toContain('12 articles · 48 passages');
  expect(text).toContain('never used in public replies');
  expect(text).toContain('a/picture.md It is a picture with a text file’s name.');
});

it('an import under way shows how far it is and can be stopped', () => {
  const part = { importing: { name: 'handbook', done: 193, total: 412 } };
  expect(textOf(part)).toContain('Reading file 194 of 412.');
  expect(markupOf(part)).toContain('Stop reading handbook');
});

it('the sample help centre is offered until it is there', () => {
  expect(textOf({})).toContain('Use the sample help centre');
  expect(textOf({ sources: [{ ...source, kind: 'sample' }] })).not.toContain('Use the sample help centre');
});

it('every site that may be read can be revoked', () => {
  const markup = markupOf({ sites: ['https://tickets.example/*', 'http://127.0.0.1:8090/*'] });
  expect(markup).toContain('Revoke https://tickets.example');
  expect(markup).toContain('Revoke http://127.0.0.1:8090');
});

it('a retention set elsewhere is kept as a choice', () => {
  expect(markupOf({ settings: { ...defaultSettings, keepOutcomesDays: 14 } })).toMatch(/<option value="14" selected="">14 days/);
});
