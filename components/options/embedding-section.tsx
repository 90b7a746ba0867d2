import { useState, type ReactNode } from 'react';
import type { Settings } from '../../utils/domain/settings.ts';
import type { EmbeddingActions } from './embedding-actions.ts';
import { EmbeddingSetup } from './embedding-setup.tsx';
import { EmbeddingStatus } from './embedding-status.tsx';
import { nameModel } from './embedding-words.ts';
import { SettingsSection } from './settings-section.tsx';
import type { EmbeddingValue } from './use-embedding.ts';
import './embedding.css';

export type EmbeddingSectionProps = {
  readonly embedding: Settings['embedding'];
  readonly value: EmbeddingValue;
  readonly actions: EmbeddingActions;
};

/** Search by meaning: off until someone has seen what it sends, to whom and for how much, and has started it. */
export function EmbeddingSection({ embedding, value, actions }: EmbeddingSectionProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { run, serving } = value.state;
  const isOff = !serving && (!run || run.state === 'cancelled');
  return (
    <SettingsSection
      id="embedding"
      title="Search by meaning"
      lead="Finds passages that say the same in other words, beside the search by words. Off until you start it."
    >
      <p className="second">
        What leaves this browser: every passage, internal ones too, goes once to the server you name, and every question that is
        searched goes there each time, whether a ticket asks it or you do. Names and numbers in them are not hidden. The vectors
        that come back stay on this device.
      </p>
      {run ? (
        <EmbeddingStatus
          value={value}
          price={embedding?.pricePerMillionTokens}
          actions={actions}
          onChange={isOff || isOpen ? undefined : () => setOpen(true)}
        />
      ) : null}
      {isOff || isOpen ? (
        <>
          {serving ? (
            <p className="second">
              With another model or address, the vectors of {nameModel(serving)} serve until the new ones are complete, and all
              passages are sent again.
            </p>
          ) : null}
          <EmbeddingSetup
            embedding={embedding}
            actions={actions}
            onStarted={() => setOpen(false)}
            onClose={isOff ? undefined : () => setOpen(false)}
          />
        </>
      ) : null}
    </SettingsSection>
  );
}
