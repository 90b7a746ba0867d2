import { Fragment, type ReactNode } from 'react';
import { Switch } from '../shared/switch.tsx';
import type { SettingsPatch } from './options-value.ts';
import { SettingRow } from './setting-row.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The single letters of the side panel. */
const letters = [
  ['E', 'edit the draft'],
  ['X', 'reject it'],
  ['G', 'draft again'],
  ['Z', 'undo the insert'],
  ['1 – 9', 'open a source'],
  ['N', 'next unsupported sentence'],
  ['D', 'exclude a source and redraft'],
  ['K', 'search the knowledge'],
  ['?', 'all keys'],
] as const;

export type KeysSectionProps = { readonly singleKeys: boolean; readonly onSettings: (patch: SettingsPatch) => void };

/** Single-letter keys of the panel, on or off (WCAG 2.1.4: they must be possible to switch off). */
export function KeysSection({ singleKeys, onSettings }: KeysSectionProps): ReactNode {
  return (
    <SettingsSection id="keys" title="Keys" lead="They work while the side panel has the focus and no field is being typed in.">
      <ul className="rules">
        <SettingRow name="Single letters" hint="Enter and Esc work either way.">
          <Switch label="Single letters" checked={singleKeys} onChange={(checked) => onSettings({ singleKeys: checked })} />
        </SettingRow>
      </ul>
      <dl className={singleKeys ? 'key-list' : 'key-list is-off'}>
        {letters.map(([letter, does]) => (
          <Fragment key={letter}>
            <dt>
              <kbd className="key">{letter}</kbd>
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </SettingsSection>
  );
}
