import type { ReactNode } from 'react';
import { toShownVersion, type DraftRecord, type DraftVersion } from '../../utils/domain/draft.ts';
import { WordDiff } from '../shared/word-diff.tsx';
import { Icon } from '../shared/icon.tsx';
import { Key } from '../shared/key.tsx';
import { LinkButton } from '../shared/link-button.tsx';
import { formatTime, nameLanguage } from './format.ts';

export type VersionListProps = {
  readonly record: DraftRecord;
  /** BCP 47 language of the draft. */
  readonly language: string;
  /** The text as the agent has it now. */
  readonly current: string;
  /** What a backend had written before it failed. */
  readonly received?: string | undefined;
  readonly onVersion: (version: number) => void;
  readonly onText: (text: string) => void;
};

/** Every text of this reply, newest first, each with what it changed: going back loses nothing. */
export function VersionList({ record, language, current, received, onVersion, onText }: VersionListProps): ReactNode {
  const { versions } = record;
  const standing = toShownVersion(record);
  if (versions.length + (received ? 1 : 0) < 2 && current === standing?.text) return null;
  return (
    <section aria-label="Versions">
      <h3 className="section-title">Versions</h3>
      <ol className="versions">
        {versions
          .map((version, index) => (
            <li key={index}>
              <button
                type="button"
                aria-current={(version === standing && version.text === current) || undefined}
                onClick={() => {
                  onVersion(index);
                  onText(version.text);
                }}
              >
                <span className="version-dot" />
                <span>{nameVersion(version)}</span>
                <span className="quiet num">{formatTime(version.at)}</span>
              </button>
              {index === 0 ? null : (
                <Changes
                  before={toShownVersion({ versions: versions.slice(0, index) })?.text ?? ''}
                  after={version.text}
                  language={version.language ?? language}
                />
              )}
            </li>
          ))
          .toReversed()}
        {received ? (
          <li>
            <button type="button" aria-current={received === current || undefined} onClick={() => onText(received)}>
              <span className="version-dot" />
              <span>What had arrived before it stopped</span>
              <span />
            </button>
          </li>
        ) : null}
      </ol>
    </section>
  );
}

/** Over a refined reply: what was asked, what it changed, and the way back. */
export function RefinedLine({
  record,
  language,
  onVersion,
}: Pick<VersionListProps, 'record' | 'language' | 'onVersion'>): ReactNode {
  const before = findBefore(record);
  const standing = toShownVersion(record);
  if (before === undefined || !standing) return null;
  return (
    <section className="refined" aria-label="Last change">
      <details>
        <summary className="second">
          <Icon name="chevron-right" size="sm" />
          {nameVersion(standing)}: what changed
        </summary>
        <WordDiff draft={record.versions[before]?.text ?? ''} sent={standing.text} language={language} />
      </details>
      <LinkButton onClick={() => onVersion(before)}>
        Undo <span className="visually-hidden">the refinement</span>
        <Key wide>Z</Key>
      </LinkButton>
    </section>
  );
}

/** Where the version stands that a refined reply was made from, counted from 0; nothing when the reply is not refined. */
export function findBefore({ versions }: Pick<DraftRecord, 'versions'>): number | undefined {
  const standing = versions.findLastIndex((version) => version.changedFacts === undefined);
  if (versions[standing]?.by !== 'refiner') return undefined;
  const before = versions.slice(0, standing).findLastIndex((version) => version.changedFacts === undefined);
  return before < 0 ? undefined : before;
}

function Changes({
  before,
  after,
  language,
}: {
  readonly before: string;
  readonly after: string;
  readonly language: string;
}): ReactNode {
  if (before === after) return <p className="version-changes quiet">Nothing changed</p>;
  return (
    <details className="version-changes">
      <summary className="quiet">
        <Icon name="chevron-right" size="sm" />
        What changed
      </summary>
      <WordDiff draft={before} sent={after} language={language} />
    </details>
  );
}

function nameVersion({ by, step, changedFacts }: DraftVersion): string {
  if (by === 'drafter') return 'First draft';
  if (by === 'agent') return 'Your edit';
  const name = nameStep(step);
  return changedFacts ? `${name}, not used: it changed facts` : name;
}

function nameStep(step: DraftVersion['step']): string {
  switch (step?.kind) {
    case 'shorter':
      return 'Shorter';
    case 'friendlier':
      return 'Friendlier';
    case 'more-formal':
      return 'More formal';
    case 'simpler':
      return 'Simpler';
    case 'translate':
      return `In ${nameLanguage(step.language)}`;
    case 'own':
      return `“${step.instruction}”`;
    case undefined:
      return 'Refined';
  }
}
