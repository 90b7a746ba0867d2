import type { ReactNode } from 'react';
import { BackendSection } from './backend-section.tsx';
import type { EmbeddingActions } from './embedding-actions.ts';
import { EmbeddingSection } from './embedding-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { KnowledgeSection } from './knowledge-section.tsx';
import type { LookUpsActions } from './look-ups-actions.ts';
import { LookUpsSection } from './look-ups-section.tsx';
import { OptionsNav } from './options-nav.tsx';
import type { OptionsActions, OptionsValue } from './options-value.ts';
import { PrivacySection } from './privacy-section.tsx';
import type { EmbeddingValue } from './use-embedding.ts';
import './options.css';

export type OptionsPageProps = {
  readonly value: OptionsValue;
  readonly actions: OptionsActions;
  /** Absent where no worker answers: no section for them. */
  readonly lookUps?: LookUpsActions;
  /** Absent likewise. */
  readonly embedding?: { readonly value: EmbeddingValue; readonly actions: EmbeddingActions };
};

/** Options: who writes the drafts, what they rely on, what leaves the browser, which keys work. */
export function OptionsPage({ value, actions, lookUps, embedding }: OptionsPageProps): ReactNode {
  const { settings } = value;
  return (
    <div className="options">
      <OptionsNav theme={settings.theme} onTheme={(theme) => actions.onSettings({ theme })} />
      <main className="options-main">
        <header className="options-head">
          <h1>Options</h1>
          <p className="second">Saved as you change it. A hosted backend is saved by its own button, after you have tried it.</p>
        </header>
        <BackendSection backend={settings.backend} actions={actions} />
        <KnowledgeSection value={value} actions={actions} />
        {embedding ? <EmbeddingSection embedding={settings.embedding} {...embedding} /> : null}
        {lookUps ? <LookUpsSection servers={settings.lookUps} actions={lookUps} /> : null}
        <PrivacySection value={value} actions={actions} />
        <KeysSection singleKeys={settings.singleKeys} onSettings={actions.onSettings} />
      </main>
    </div>
  );
}
