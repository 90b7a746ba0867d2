import type { ReactNode } from 'react';
import { BackendSection } from './backend/backend-section.tsx';
import { CaseFieldsSection } from './case-note/case-fields-section.tsx';
import { DraftingSection } from './drafting/drafting-section.tsx';
import { SpendingSection } from './drafting/spending-section.tsx';
import type { EmbeddingActions } from './embedding-actions.ts';
import { EmbeddingSection } from './embedding-section.tsx';
import { HelpdesksSection, type HelpdesksActions, type HelpdesksValue } from './helpdesks/helpdesks-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { KnowledgeSection } from './knowledge-section.tsx';
import type { LookUpsActions } from './look-ups-actions.ts';
import { LookUpsSection } from './look-ups-section.tsx';
import { OptionsNav } from './options-nav.tsx';
import type { OptionsActions, OptionsValue } from './options-value.ts';
import { PrivacySection } from './privacy-section.tsx';
import { TriageSection, type TriageActions, type TriageValue } from './triage/triage-section.tsx';
import type { EmbeddingValue } from './use-embedding.ts';
import { GlossaryEditor } from './voice/glossary-editor.tsx';
import { VoiceSection } from './voice/voice-section.tsx';
import type { VoiceActions, VoiceValue } from './voice/voice-value.ts';
import './options.css';

export type OptionsPageProps = {
  readonly value: OptionsValue;
  readonly actions: OptionsActions;
  /** Absent where no worker answers: no section for them. */
  readonly lookUps?: LookUpsActions;
  /** Absent likewise. */
  readonly embedding?: { readonly value: EmbeddingValue; readonly actions: EmbeddingActions };
  readonly voice?: { readonly value: VoiceValue; readonly actions: VoiceActions };
  readonly helpdesks?: { readonly value: HelpdesksValue; readonly actions: HelpdesksActions };
  readonly triage?: { readonly value: TriageValue; readonly actions: TriageActions };
};

/** Options: who writes the drafts, what they rely on, what leaves the browser, which keys work. */
export function OptionsPage({ value, actions, lookUps, embedding, voice, triage, helpdesks }: OptionsPageProps): ReactNode {
  const { settings, sources } = value;
  return (
    <div className="options">
      <OptionsNav theme={settings.theme} onTheme={(theme) => actions.onSettings({ theme })} />
      <main className="options-main">
        <header className="options-head">
          <h1>Options</h1>
          <p className="second">
            Saved as you change it. Models and voices are saved by their own buttons, after you have tried them.
          </p>
        </header>
        <BackendSection settings={settings} actions={actions} />
        {helpdesks ? <HelpdesksSection {...helpdesks} /> : null}
        <DraftingSection
          settings={settings}
          hasVectorStore={sources.some(({ kind }) => kind === 'vector-store')}
          actions={actions}
        />
        <SpendingSection budget={settings.budget} actions={actions} />
        <KnowledgeSection value={value} actions={actions} />
        {embedding ? <EmbeddingSection embedding={settings.embedding} {...embedding} /> : null}
        {lookUps ? <LookUpsSection servers={settings.lookUps} actions={lookUps} /> : null}
        {voice ? <VoiceSection {...voice} /> : null}
        <GlossaryEditor glossary={settings.glossary} onChange={(glossary) => actions.onSettings({ glossary: [...glossary] })} />
        {triage ? <TriageSection {...triage} /> : null}
        <CaseFieldsSection
          fields={settings.caseFields}
          onFields={(caseFields) => actions.onSettings({ caseFields: [...caseFields] })}
        />
        <PrivacySection value={value} actions={actions} />
        <KeysSection singleKeys={settings.singleKeys} onSettings={actions.onSettings} />
      </main>
    </div>
  );
}
