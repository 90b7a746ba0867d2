import { useState, type ReactNode } from 'react';
import type { Result } from '../../../utils/domain/failure.ts';
import type { TaughtHelpdesk } from '../../../utils/domain/taught-helpdesk.ts';
import type { Support } from '../../../utils/ports/helpdesk-adapter.ts';
import { Tag, type TagTone } from '../../shared/tag.tsx';
import { SettingRow } from '../setting-row.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { HelpdeskImport } from './helpdesk-import.tsx';
import { TaughtRow } from './taught-row.tsx';
import './helpdesks.css';

export type HelpdesksValue = {
  /** Those that come with the extension. */
  readonly known: readonly {
    readonly id: string;
    readonly name: string;
    readonly support: Support;
    readonly seesSent: boolean;
  }[];
  readonly taught: readonly TaughtHelpdesk[];
};

export type HelpdesksActions = {
  readonly onExport: (helpdesk: TaughtHelpdesk) => void;
  /** The helpdesk that was added, or in plain words why the file was refused. */
  readonly onImport: (file: File) => Promise<Result<TaughtHelpdesk, string>>;
  readonly onRename: (helpdesk: TaughtHelpdesk, name: string) => void;
  readonly onRemove: (helpdesk: TaughtHelpdesk) => void;
};

const supportWords: Readonly<Record<Support, { readonly label: string; readonly tone: TagTone; readonly hint: string }>> = {
  product: { label: 'tried on the product', tone: 'supported', hint: 'Read and written to in the product itself.' },
  replica: {
    label: 'tried on a replica',
    tone: 'accent',
    hint: 'Made from its documentation and source, tried on a copy of its pages.',
  },
  experimental: {
    label: 'experimental',
    tone: 'warning',
    hint: 'Too little is known for sure. Teach it your page and yours goes first.',
  },
  taught: { label: 'taught', tone: 'plain', hint: 'Shown by you or your team.' },
};

const UNSEEN = ' A reply that was sent can’t be read back here, so Insights counts it as inserted only.';

/** Every helpdesk that can be read and how well each was tried; those that were taught go out to files and in from them. */
export function HelpdesksSection({
  value: { known, taught },
  actions,
}: {
  readonly value: HelpdesksValue;
  readonly actions: HelpdesksActions;
}): ReactNode {
  const [removing, setRemoving] = useState('');
  return (
    <SettingsSection
      id="helpdesks"
      title="Helpdesks"
      lead="Where Deskside can read tickets. On any other page, open the side panel and press Show me."
    >
      <ul className="rules">
        {taught.map((helpdesk) => (
          <TaughtRow
            key={helpdesk.host}
            helpdesk={helpdesk}
            actions={actions}
            isRemoving={removing === helpdesk.host}
            onRemoving={(isRemoving) => setRemoving(isRemoving ? helpdesk.host : '')}
          />
        ))}
        {taught.length === 0 ? (
          <SettingRow
            name="Taught by you"
            hint="None yet. A taught page goes before what comes with Deskside, on its own host only."
          />
        ) : null}
      </ul>
      <HelpdeskImport onImport={actions.onImport} />
      <details className="helpdesk-known">
        <summary>{known.length} helpdesks come with Deskside</summary>
        <ul className="rules">
          {known.map(({ id, name, support, seesSent }) => (
            <SettingRow key={id} name={name} hint={`${supportWords[support].hint}${seesSent ? '' : UNSEEN}`}>
              <Tag tone={supportWords[support].tone}>{supportWords[support].label}</Tag>
            </SettingRow>
          ))}
        </ul>
      </details>
    </SettingsSection>
  );
}
