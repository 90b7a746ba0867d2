import { useState, type ReactNode } from 'react';
import type { Voice, VoiceVersion } from '../../../utils/domain/voice.ts';
import { defaultVoiceProfile } from '../../../utils/domain/voice.ts';
import { describeChange, diffVoices } from '../../../utils/drafting/voice/diff-voices.ts';
import { Button } from '../../shared/button.tsx';
import { LinkButton } from '../../shared/link-button.tsx';
import { Tag } from '../../shared/tag.tsx';

const SHOWN_AT_FIRST = 3;
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export type VoiceVersionsProps = {
  readonly voice: Voice;
  /** Why going back has to wait; empty when it need not. */
  readonly lockedReason: string;
  readonly onRollBack: (number: number) => void;
};

/** Every version, the newest first, each with what it changed. None is ever deleted. */
export function VoiceVersions({ voice, lockedReason, onRollBack }: VoiceVersionsProps): ReactNode {
  const [all, setAll] = useState(false);
  const newestFirst = voice.versions.toReversed();
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN_AT_FIRST);
  const hidden = newestFirst.length - shown.length;
  return (
    <div className="voice-versions">
      <h3>Versions</h3>
      <ol aria-label={`Versions of ${voice.name}, newest first`}>
        {shown.map((version, index) => (
          <li key={version.number}>
            <div className="voice-version-head">
              <p>
                <b>Version {version.number}</b> <time dateTime={version.at}>{dates.format(new Date(version.at))}</time>
              </p>
              {index === 0 ? (
                <Tag tone="supported">In use</Tag>
              ) : (
                <Button size="sm" variant="outline" disabledReason={lockedReason} onClick={() => onRollBack(version.number)}>
                  Go back to version {version.number}
                </Button>
              )}
            </div>
            <ul className="voice-changes">
              {toLines(version, newestFirst[index + 1]).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {hidden > 0 ? <LinkButton onClick={() => setAll(true)}>Show all {newestFirst.length} versions</LinkButton> : null}
    </div>
  );
}

function toLines(version: VoiceVersion, before: VoiceVersion | undefined): string[] {
  const changes = diffVoices(before?.profile ?? defaultVoiceProfile, version.profile).map(describeChange);
  const again = version.sameAs === undefined ? [] : [`The same as version ${version.sameAs} again.`];
  const none = before ? 'Only the order of lists has changed.' : 'As it comes.';
  return [...again, ...(changes.length === 0 ? [none] : changes)];
}
