import type { ReactNode } from 'react';
import { BackendSection } from '../../components/options/backend/backend-section.tsx';
import type { BuiltInActions } from '../../components/options/backend/built-in-setup.tsx';
import { CaseFieldsSection } from '../../components/options/case-note/case-fields-section.tsx';
import { DraftingSection } from '../../components/options/drafting/drafting-section.tsx';
import { SpendingSection } from '../../components/options/drafting/spending-section.tsx';
import type { OptionsActions } from '../../components/options/options-value.ts';
import { TriageSection, type TriageValue } from '../../components/options/triage/triage-section.tsx';
import { defaultSettings, type Settings } from '../../utils/domain/settings.ts';
import type { SpendingBudget } from '../../utils/domain/spending.ts';
import { caseFieldSchema } from '../../utils/domain/triage.ts';
import { endpointSettings, optionsActions } from './fixtures.ts';
import { foundPassages } from './knowledge-fixtures.ts';
import '../../components/options/options.css';

const nothing = (): void => undefined;

function Page({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <main className="options-main" style={{ maxInlineSize: 760, marginInline: 'auto', padding: 16 }}>
      <h1 className="visually-hidden">Options</h1>
      {children}
    </main>
  );
}

type Over<T> = { readonly settings?: Partial<Settings> } & { readonly over?: Partial<T> };

function Backend({ settings = {}, over = {} }: Over<OptionsActions>): ReactNode {
  return (
    <Page>
      <BackendSection settings={{ ...endpointSettings, ...settings }} actions={{ ...optionsActions('good'), ...over }} />
    </Page>
  );
}

const builtIn = (state: Awaited<ReturnType<BuiltInActions['onState']>>): Partial<OptionsActions> => ({
  builtIn: {
    onState: async () => state,
    onDownload: (onProgress) => {
      onProgress(0.37);
      return new Promise(nothing);
    },
  },
});
const builtInBackend: Partial<Settings> = { backend: { kind: 'built-in' } };
const styling: Settings['styling'] = { baseUrl: 'http://127.0.0.1:11434/v1', model: 'northwind-voice:latest', hasKey: false };

function Drafting({ settings = {} }: Over<never>): ReactNode {
  return (
    <Page>
      <DraftingSection
        settings={{ ...defaultSettings, ...settings }}
        hasVectorStore={false}
        actions={{ ...optionsActions('good'), onSearch: async () => ({ ok: true, value: foundPassages }) }}
      />
    </Page>
  );
}

function Spending({ budget = {} }: { readonly budget?: Partial<SpendingBudget> }): ReactNode {
  return (
    <Page>
      <SpendingSection budget={{ ...defaultSettings.budget, ...budget }} actions={optionsActions('good')} />
    </Page>
  );
}

function Intents({ value = {} }: { readonly value?: Partial<TriageValue> }): ReactNode {
  return (
    <Page>
      <TriageSection
        value={{ own: undefined, fitting: undefined, problem: '', ...value }}
        actions={{ onFit: nothing, onCancel: nothing, onRemove: nothing }}
      />
    </Page>
  );
}

const fields = [
  { name: 'goal', kind: 'text', about: 'What the requester wants', isRequired: true, maxLength: 200 },
  { name: 'betroffenes_produkt_oder_abonnement_alt', kind: 'text', about: 'Product or plan', isRequired: false, maxLength: 80 },
  {
    name: 'urgency',
    kind: 'choice',
    about: 'How pressing it is',
    isRequired: true,
    choices: ['low', 'normal', 'high', 'urgent'],
  },
  { name: 'follow_up_on', kind: 'date', about: 'When somebody has to come back to it', isRequired: false },
].map((field) => caseFieldSchema.parse(field));

function CaseFields({ isEmpty = false }: { readonly isEmpty?: boolean }): ReactNode {
  return (
    <Page>
      <CaseFieldsSection fields={isEmpty ? [] : fields} onFields={nothing} />
    </Page>
  );
}

/** What Options has of drafting, section by section, by name; what is pressed stands in `act-on-options.ts`. */
export const draftingOptionsCases: Record<string, () => ReactNode> = {
  'options-backend-embedded': () => <Backend settings={{ backend: { kind: 'embedded' } }} />,
  'options-backend-built-in-none': () => <Backend settings={builtInBackend} over={builtIn('none')} />,
  'options-backend-built-in-to-download': () => <Backend settings={builtInBackend} over={builtIn('to-download')} />,
  'options-backend-built-in-progress': () => <Backend settings={builtInBackend} over={builtIn('to-download')} />,
  'options-backend-built-in-downloading': () => <Backend settings={builtInBackend} over={builtIn('downloading')} />,
  'options-backend-built-in-ready': () => <Backend over={builtIn('ready')} />,
  'options-backend-built-in-used': () => <Backend settings={builtInBackend} over={builtIn('ready')} />,
  'options-backend-listed': () => <Backend />,
  'options-backend-list-failed': () => (
    <Backend
      over={{ onListModels: async () => ({ ok: false, error: { kind: 'backend-unreachable', host: 'api.openai.com' } }) }}
    />
  ),
  'options-backend-problems': () => <Backend />,
  'options-backend-azure': () => <Backend />,
  'options-backend-styling': () => <Backend />,
  'options-backend-styling-set': () => <Backend settings={{ styling }} />,
  'options-backend-save-failed': () => (
    <Backend
      over={{ onBackendSave: async () => ({ ok: false, error: { kind: 'backend-not-allowed', host: 'api.openai.com' } }) }}
    />
  ),
  'options-backend-saved': () => <Backend settings={{ styling }} />,
  'options-drafting-embedded': () => <Drafting />,
  'options-drafting-lacks': () => <Drafting settings={{ strategy: 'hybrid-facts-first', draftOn: 'request' }} />,
  'options-drafting-pinned': () => (
    <Drafting
      settings={{
        ...endpointSettings,
        strategy: 'pinned-context',
        pinned: [{ sourceId: 'files', articleId: 'vat', title: 'Umsatzsteuer-Identifikationsnummer nachträglich hinterlegen' }],
        draftOn: 'idle',
        draftQueues: ['Billing', 'Accounts'],
        askExtras: true,
      }}
    />
  ),
  'options-spending': () => <Spending budget={{ currency: 'EUR', dayMoney: 5, team: { monthMoney: 400, agents: 12 } }} />,
  'options-spending-problems': () => <Spending />,
  'options-intents-general': () => <Intents />,
  'options-intents-fitting': () => <Intents value={{ fitting: { share: 0.42, tickets: 10_003 } }} />,
  'options-intents-own': () => (
    <Intents
      value={{
        own: {
          labels: Array.from({ length: 77 }, (_, index) => `intent ${index}`),
          fittedOn: 10_003,
          heldOut: { tickets: 1000, accuracy: 0.914 },
        },
      }}
    />
  ),
  'options-intents-own-few': () => (
    <Intents value={{ own: { labels: ['refund', 'login'], fittedOn: 36, heldOut: { tickets: 4, accuracy: 0.75 } } }} />
  ),
  'options-intents-problem': () => (
    <Intents
      value={{ problem: 'tickets.csv has no column “label”. Name the columns “text” and “label”, then choose it again.' }}
    />
  ),
  'options-case-note-empty': () => <CaseFields isEmpty />,
  'options-case-note-table': () => <CaseFields />,
  'options-case-note-editing': () => <CaseFields isEmpty />,
  'options-case-note-problem': () => <CaseFields />,
};
