import { useState, type ReactNode } from 'react';
import { strategies, type StrategyId } from '../../../utils/domain/strategy.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { RiskKind, RiskLevel } from '../../../utils/domain/triage.ts';
import { findMissing } from '../../compare/find-missing.ts';
import { describeNeed, describeStrategy, nameStrategy } from '../../panel/strategy-names.ts';
import { Segmented } from '../../shared/segmented.tsx';
import { Switch } from '../../shared/switch.tsx';
import type { OptionsActions } from '../options-value.ts';
import { SettingRow } from '../setting-row.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { ListField } from './list-field.tsx';
import { PinnedArticles } from './pinned-articles.tsx';
import './drafting.css';

export type DraftingSectionProps = {
  readonly settings: Settings;
  readonly hasVectorStore: boolean;
  readonly actions: Pick<OptionsActions, 'onSettings' | 'onSearch'>;
};

/** How drafts are made, when they are made ahead, and what a person has to answer. */
export function DraftingSection({ settings, hasVectorStore, actions }: DraftingSectionProps): ReactNode {
  const { onSettings } = actions;
  const missing = findMissing(settings, hasVectorStore);
  // Shown at once; the settings follow when they are stored.
  const [pressed, setPressed] = useState({ id: settings.strategy, over: settings.strategy });
  const chosen = pressed.over === settings.strategy ? pressed.id : settings.strategy;
  const ahead = settings.draftOn !== 'request';
  return (
    <SettingsSection
      id="drafting"
      title="Drafting"
      lead="Where facts come from and who writes. Two strategies can be compared on an open ticket: choose Compare in the panel’s “How it was made”."
    >
      <fieldset className="strategies">
        <legend className="visually-hidden">Strategy</legend>
        {strategies.map(({ id }) => (
          <StrategyChoice
            key={id}
            id={id}
            isChosen={chosen === id}
            lacks={missing[id] && describeNeed(missing[id])}
            onChoose={() => {
              setPressed({ id, over: settings.strategy });
              onSettings({ strategy: id });
            }}
          />
        ))}
      </fieldset>
      <PinnedArticles
        pinned={settings.pinned}
        onSearch={actions.onSearch}
        onPinned={(pinned) => onSettings({ pinned: [...pinned] })}
      />
      <ul className="rules">
        <SettingRow
          name="Make drafts ahead"
          hint="When a ticket opens; once it has stayed open for a few seconds and nothing else is drafted; or only when you press Draft."
        >
          <Segmented
            label="Make drafts ahead"
            size="sm"
            value={settings.draftOn}
            options={[
              { value: 'open', label: 'At once' },
              { value: 'idle', label: 'When idle' },
              { value: 'request', label: 'Off' },
            ]}
            onChange={(draftOn) => onSettings({ draftOn })}
          />
        </SettingRow>
        {ahead ? (
          <SettingRow
            name="Only in these queues"
            hint={
              <ListField
                label="Only in these queues"
                values={settings.draftQueues}
                placeholder="Billing, Accounts"
                hint="Names as the helpdesk spells them, divided by commas. Empty: in all of them."
                onValues={(draftQueues) => onSettings({ draftQueues: [...draftQueues] })}
              />
            }
          />
        ) : null}
        <SettingRow
          name="Ask the model for intent and summary too"
          hint="One more request, once the draft is there. Without it, both are made in the browser."
        >
          <Switch
            label="Ask the model for intent and summary too"
            checked={settings.askExtras}
            onChange={(askExtras) => onSettings({ askExtras })}
          />
        </SettingRow>
        <SettingRow
          name="Language that you read"
          hint="The panel offers drafts and conversations in it. Replies are always in the requester’s language."
        >
          <LanguageSelect value={settings.agentLanguage} onLanguage={(agentLanguage) => onSettings({ agentLanguage })} />
        </SettingRow>
      </ul>
      <Escalation escalation={settings.escalation} onSettings={onSettings} />
    </SettingsSection>
  );
}

type StrategyChoiceProps = {
  readonly id: StrategyId;
  readonly isChosen: boolean;
  /** What has to be done before it can be chosen. */
  readonly lacks: string | undefined;
  readonly onChoose: () => void;
};

function StrategyChoice({ id, isChosen, lacks, onChoose }: StrategyChoiceProps): ReactNode {
  return (
    <label className="strategy">
      <input
        type="radio"
        className="check"
        name="strategy"
        checked={isChosen}
        disabled={lacks !== undefined && !isChosen}
        onChange={onChoose}
      />
      <span className="strong">{nameStrategy(id)}</span>
      <span className="second">
        {describeStrategy(id)}
        {lacks ? <b className="strategy-lacks"> {isChosen ? `${lacks} Until then, retrieval is used.` : lacks}</b> : null}
      </span>
    </label>
  );
}

const languages = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'ja', 'zh'];

function LanguageSelect(props: { readonly value: string; readonly onLanguage: (language: string) => void }): ReactNode {
  const names = new Intl.DisplayNames([navigator.language], { type: 'language' });
  const known = props.value === '' || languages.includes(props.value) ? languages : [...languages, props.value];
  return (
    <select
      className="input"
      aria-label="Language that you read"
      value={props.value}
      onChange={(event) => props.onLanguage(event.target.value)}
    >
      <option value="">As the browser</option>
      {known.map((language) => (
        <option key={language} value={language}>
          {names.of(language) ?? language}
        </option>
      ))}
    </select>
  );
}

const risks: readonly (readonly [RiskKind, string, string])[] = [
  ['refund', 'Refund demanded', 'Wants money back, a chargeback, compensation.'],
  ['legal', 'Legal threat', 'A lawyer, a court, a regulator.'],
  ['privacy', 'Privacy', 'A data breach, someone else’s data, a request for access or erasure.'],
  ['safety', 'Safety', 'Somebody may come to harm.'],
  ['churn', 'About to leave', 'Cancels, or goes to a competitor.'],
  ['abuse', 'Abuse', 'Insults or threats.'],
];

function Escalation({ escalation, onSettings }: Pick<Settings, 'escalation'> & Pick<OptionsActions, 'onSettings'>): ReactNode {
  return (
    <>
      <div className="escalation-head">
        <h3 className="section-title">What a person has to answer</h3>
        <p className="second">
          Warn: drafted, with the words that gave the reason. Hand over: no reply is drafted; whoever takes the ticket gets a
          summary.
        </p>
      </div>
      <ul className="rules">
        {risks.map(([kind, name, hint]) => (
          <SettingRow key={kind} name={name} hint={hint}>
            <Segmented<RiskLevel>
              label={name}
              size="sm"
              value={escalation[kind]}
              options={[
                { value: 'off', label: 'Off' },
                { value: 'warn', label: 'Warn' },
                { value: 'hand-over', label: 'Hand over' },
              ]}
              onChange={(level) => onSettings({ escalation: { ...escalation, [kind]: level } })}
            />
          </SettingRow>
        ))}
      </ul>
    </>
  );
}
