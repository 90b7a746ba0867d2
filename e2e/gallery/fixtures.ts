import type { FirstRunActions, FirstRunValue } from '../../components/first-run/first-run-value.ts';
import { noReadings, type OptionsActions, type OptionsValue } from '../../components/options/options-value.ts';
import { sourceSchema } from '../../utils/domain/passage.ts';
import { defaultSettings, type Settings } from '../../utils/domain/settings.ts';
import type { ConnectionStep } from '../../utils/messaging/contract.ts';

export const endpointSettings: Settings = {
  ...defaultSettings,
  draftOn: 'request',
  backend: { kind: 'openai-compatible', endpoint: { baseUrl: 'https://api.openai.com/v1', model: 'gpt-5-mini', hasKey: true } },
};

export const sources = [
  { id: 'sample', kind: 'sample', name: 'Northwind Cloud (sample)', audience: 'public', articles: 42, passages: 118 },
  { id: 'files', kind: 'files', name: 'help-centre-2026-11.zip', audience: 'public', articles: 412, passages: 1204 },
  {
    id: 'dev',
    kind: 'files',
    name: 'Entwicklerdokumentation/veröffentlichungen',
    audience: 'signed-in',
    articles: 96,
    passages: 402,
  },
  { id: 'paste', kind: 'pasted-text', name: 'Kulanzregeln Support 2026', audience: 'internal', articles: 1, passages: 4 },
].map((source) =>
  sourceSchema.parse({
    ...source,
    importedAt: '2026-11-03T09:00:00.000Z',
    unreadable:
      source.id === 'files'
        ? [
            { name: 'help/en/old-diagram.md', reason: 'It is a picture with a text file’s name. Remove it or rename it.' },
            { name: 'help/de/abrechnung.html', reason: 'The page is empty once navigation and scripts are taken away.' },
          ]
        : [],
  }),
);

const testResults: Record<'good' | 'bad', readonly ConnectionStep[]> = {
  good: [
    { ok: true, said: 'api.openai.com answered and the key is accepted', ms: 212 },
    { ok: true, said: 'gpt-5-mini is among its 64 models', ms: 90 },
    { ok: true, said: 'The model wrote a sentence, first word after 0.6 s', ms: 1910 },
  ],
  bad: [
    { ok: true, said: 'api.openai.com answered', ms: 198 },
    { ok: false, said: 'The key was refused (401). Paste a key from your account there, then test again.', ms: 240 },
  ],
};

export const optionsValue = (part: Partial<OptionsValue>): OptionsValue => ({
  settings: defaultSettings,
  sources: sources.slice(0, 1),
  importing: undefined,
  importProblem: '',
  readings: noReadings,
  sites: ['https://tickets.northwind.example/*', 'http://127.0.0.1:8090/*'],
  ...part,
});

const nothing = (): void => undefined;
const carriedOut = async () => ({ ok: true, value: undefined }) as const;

export const optionsActions = (test: 'good' | 'bad'): OptionsActions => ({
  onSettings: nothing,
  onUseEmbedded: nothing,
  onBackendSave: async () =>
    test === 'good'
      ? { ok: true, value: undefined }
      : { ok: false, error: { kind: 'backend-not-allowed', host: 'api.openai.com' } },
  onConnectionTest: async () => testResults[test],
  onUseBuiltIn: nothing,
  builtIn: { onState: async () => (test === 'good' ? 'to-download' : 'none'), onDownload: async () => undefined },
  onStylingSave: carriedOut,
  onStylingRemove: nothing,
  onKeyKnown: async (baseUrl) => baseUrl.startsWith('https://api.openai.com/'),
  onListModels: async () => ({ ok: true, value: { chat: ['gpt-5-mini', 'gpt-5'], embedding: [] } }),
  onSpending: async () => ({
    ok: true,
    value: {
      kind: 'counted',
      day: { requests: 41, tokens: 88_214, money: 0.127 },
      month: { requests: 812, tokens: 1_702_331, money: 2.4 },
    },
  }),
  onSourceRemove: nothing,
  onSiteRevoke: nothing,
  onDeleteOutcomes: nothing,
  onImportFiles: nothing,
  onPasteText: nothing,
  onImportSample: nothing,
  onImportCancel: nothing,
  onSourceAdd: carriedOut,
  onSyncStart: carriedOut,
  onSyncCancel: carriedOut,
  onReview: carriedOut,
  onSearch: async () => ({ ok: true, value: [] }),
});

export const firstRun = (part: Partial<FirstRunValue>): FirstRunValue => ({
  helpdesk: { name: 'Request Tracker', host: 'tickets.northwind.example' },
  siteAllowed: false,
  sources: [],
  importing: undefined,
  importProblem: '',
  ...part,
});

export const firstRunActions: FirstRunActions = {
  ...optionsActions('good'),
  onAllowSite: nothing,
  onChooseBackend: nothing,
  onFinish: nothing,
  onSampleTicket: nothing,
};

export const bytesOf = (megabytes: number): string =>
  new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte' }).format(megabytes);
