import { useState, type ReactNode } from 'react';
import type { Source } from '../../utils/domain/passage.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { Button } from '../shared/button.tsx';
import { toHost } from './check-endpoint.ts';
import type { OptionsActions, OptionsValue } from './options-value.ts';
import { SettingRow } from './setting-row.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Days that can be chosen; a value set elsewhere joins them. */
const keepDays = [30, 90, 180, 365];
const days = new Intl.NumberFormat('en', { style: 'unit', unit: 'day', unitDisplay: 'long' });

export type PrivacySectionProps = {
  readonly value: Pick<OptionsValue, 'settings' | 'sites' | 'sources'>;
  readonly actions: OptionsActions;
};

/** What may leave the browser, what is kept, and for how long. */
export function PrivacySection({ value, actions }: PrivacySectionProps): ReactNode {
  const { settings, sites, sources } = value;
  const choices = [...new Set([...keepDays, settings.keepOutcomesDays])].toSorted((a, b) => a - b);
  return (
    <SettingsSection id="privacy" title="Privacy" lead="What may leave the browser, what is kept, and for how long.">
      <ul className="rules">
        <SettingRow name="What leaves this browser" hint={describeLeaving(settings, sources)} />
        <SettingRow name="Keep outcomes for" hint="Draft, sent text and what you did, on this device.">
          <select
            className="input input-days"
            aria-label="Keep outcomes for"
            value={settings.keepOutcomesDays}
            onChange={(event) => actions.onSettings({ keepOutcomesDays: Number(event.target.value) })}
          >
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {days.format(choice)}
              </option>
            ))}
          </select>
        </SettingRow>
        <SettingRow name="Sites Deskside may read" hint={<SiteList sites={sites} onRevoke={actions.onSiteRevoke} />} />
        <DeleteRow onDelete={actions.onDeleteOutcomes} />
      </ul>
    </SettingsSection>
  );
}

/** Who is sent what, one sentence each; what is set is told although it may not be asked today. */
function describeLeaving({ backend, styling, embedding, lookUps }: Settings, sources: readonly Source[]): string {
  const hosts = (addresses: readonly string[]): string => [...new Set(addresses.map(nameHost))].join(', ');
  const stores = sources.flatMap(({ origin }) => (origin?.kind === 'vector-store' ? [origin.baseUrl] : []));
  const sent = [
    ...(backend.kind === 'openai-compatible'
      ? [`For each draft, the ticket’s conversation and the passages it may cite go to ${nameHost(backend.endpoint.baseUrl)}.`]
      : []),
    ...(styling
      ? [`Strategies that use the styling model send it the draft, or the conversation: ${nameHost(styling.baseUrl)}.`]
      : []),
    ...(embedding
      ? [`For search by meaning, all passages and every question that is searched go to ${nameHost(embedding.endpoint.baseUrl)}.`]
      : []),
    ...(stores.length > 0 ? [`Questions go to the vector stores at ${hosts(stores)}, with personal details hidden.`] : []),
    ...(lookUps.length > 0 ? [`Live look-ups send what you ticked to ${hosts(lookUps.map(({ url }) => url))}.`] : []),
  ];
  const here =
    backend.kind === 'embedded'
      ? 'The embedded drafter works in this browser.'
      : backend.kind === 'built-in'
        ? 'The browser’s own model works on this device.'
        : '';
  if (sent.length === 0) return `Nothing. ${here}`;
  return [here, ...sent, 'Names and numbers are not hidden from models yet. Nothing goes anywhere else.']
    .filter((part) => part !== '')
    .join(' ');
}

const nameHost = (address: string): string => toHost(address) ?? address;

function SiteList({
  sites,
  onRevoke,
}: {
  readonly sites: readonly string[];
  readonly onRevoke: (site: string) => void;
}): ReactNode {
  if (sites.length === 0) return 'None. A click on Deskside in the toolbar lets it read the page that is open, that once.';
  return (
    <ul className="sites">
      {sites.map((site) => {
        const name = site.replace(/\/\*$/, '');
        return (
          <li key={site}>
            <span className="wrap">{name}</span>
            <Button variant="outline" size="sm" aria-label={`Revoke ${name}`} onClick={() => onRevoke(site)}>
              Revoke
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function DeleteRow({ onDelete }: { readonly onDelete: () => void }): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <SettingRow
      name="Delete all drafts and outcomes"
      hint={
        asking
          ? 'Every draft, sent text and figure in Insights goes, and can’t be brought back. Knowledge and settings stay.'
          : 'Insights begins again at zero. Knowledge and settings stay.'
      }
    >
      {asking ? (
        <span className="row">
          <Button size="sm" onClick={() => setAsking(false)} autoFocus>
            Keep
          </Button>
          <Button
            variant="danger"
            size="sm"
            onClick={() => {
              setAsking(false);
              onDelete();
            }}
          >
            Delete all
          </Button>
        </span>
      ) : (
        <Button variant="danger" size="sm" onClick={() => setAsking(true)}>
          Delete…
        </Button>
      )}
    </SettingRow>
  );
}
