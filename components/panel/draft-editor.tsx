import { useEffect, useRef, type ReactNode } from 'react';
import type { DraftVersion } from '../../utils/domain/draft.ts';
import { formatTime } from './format.ts';

export type DraftEditorProps = { readonly text: string; readonly language: string; readonly onText: (text: string) => void };

/** The reply as plain text. Leaving it never discards what was typed. */
export function DraftEditor({ text, language, onText }: DraftEditorProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <textarea
      ref={field}
      className="editor"
      lang={language}
      aria-label="Reply"
      value={text}
      rows={14}
      onChange={(event) => onText(event.target.value)}
    />
  );
}

export type VersionListProps = {
  readonly versions: readonly DraftVersion[];
  readonly current: string;
  readonly received?: string | undefined;
  readonly onChoose: (text: string) => void;
};

/** Every text of this reply, newest first: going back loses nothing. */
export function VersionList({ versions, current, received, onChoose }: VersionListProps): ReactNode {
  const all = [
    ...versions
      .map(({ at, by, text }, index) => ({
        key: String(index),
        name: by === 'agent' ? 'Your edit' : 'First draft',
        when: formatTime(at),
        text,
      }))
      .toReversed(),
    ...(received ? [{ key: 'received', name: 'What had arrived before it stopped', when: '', text: received }] : []),
  ];
  if (all.length < 2) return null;
  return (
    <section aria-label="Versions">
      <h3 className="section-title">Versions</h3>
      <ol className="versions">
        {all.map(({ key, name, when, text }) => (
          <li key={key}>
            <button type="button" aria-current={text === current || undefined} onClick={() => onChoose(text)}>
              <span className="version-dot" />
              <span>{name}</span>
              <span className="quiet num">{when}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
