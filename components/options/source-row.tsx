import { useState, type ReactNode } from 'react';
import type { Source } from '../../utils/domain/passage.ts';
import type { Sync } from '../../utils/domain/sync.ts';
import { Button } from '../shared/button.tsx';
import { Icon, type IconName } from '../shared/icon.tsx';
import { IconButton } from '../shared/icon-button.tsx';
import { Tag } from '../shared/tag.tsx';
import { audienceNames } from './audience-names.ts';
import type { ReadingActions } from './options-value.ts';
import { toFields } from './source-fields.ts';
import { SourceForm } from './source-form.tsx';
import { useOrder } from './source-order.ts';
import { SourceRemoval } from './source-removal.tsx';
import { describeSource, isUnderWay, toStateTag } from './source-state.ts';
import { SourceProblem, SourceProgress } from './source-sync.tsx';
import { count } from './source-time.ts';
import { SourceUnreadable } from './source-unreadable.tsx';

const icons = {
  files: 'file',
  'pasted-text': 'copy',
  sample: 'book',
  'help-centre': 'globe',
  macros: 'message',
  'solved-tickets': 'check-circle',
  'web-pages': 'window',
  'vector-store': 'layers',
} as const satisfies Record<Source['kind'], IconName>;

export type SourceRowProps = {
  readonly source: Source;
  /** Its newest reading, where it is read from a place. */
  readonly sync?: Sync | undefined;
  /** Articles not changed for over a year. */
  readonly old?: number;
  readonly nowMs: number;
  /** Absent where sources can be looked at and removed only: in the first run. */
  readonly actions?: ReadingActions | undefined;
  /** `forget`: its text goes from drafts and outcomes too. */
  readonly onRemove: (forget: boolean) => void;
};

/** One source: what it is called, who may read it, how much it holds, how reading it goes; removing asks first. */
export function SourceRow({ source, sync, old = 0, nowMs, actions, onRemove }: SourceRowProps): ReactNode {
  const [open, setOpen] = useState<'remove' | 'change'>();
  const { give, isUnderWay: isOrdered, problem } = useOrder();
  const { kind, name, audience, unreadable } = source;
  const isReading = isUnderWay(sync);
  const fields = actions ? toFields(source) : undefined;
  const tag = toStateTag(sync, nowMs);
  const failure = problem ?? (sync?.state === 'failed' ? sync.failure : undefined);
  const readAgain = (): void => {
    if (actions && !isOrdered) give(() => actions.onSyncStart(source));
  };
  const close = (): void => setOpen(undefined);
  return (
    <li>
      <Icon name={icons[kind]} />
      <span className="knowledge-name">{name}</span>
      <span className="knowledge-tags">
        <Tag tone={audience === 'internal' ? 'internal' : 'plain'}>{audienceNames[audience].name}</Tag>
        {tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : null}
        {unreadable.length > 0 ? <Tag tone="warning">{count(unreadable.length, 'item')} not read</Tag> : null}
      </span>
      <span className="knowledge-buttons">
        {fields && actions && isReading ? (
          <Button size="sm" onClick={() => give(() => actions.onSyncCancel(source.id))}>
            Stop<span className="visually-hidden"> reading {name}</span>
          </Button>
        ) : null}
        {fields && !isReading ? (
          <>
            {failure || kind === 'vector-store' ? null : (
              <IconButton icon="refresh" label={`Read ${name} again`} onClick={readAgain} />
            )}
            <IconButton icon="edit" label={`Change ${name}`} onClick={() => setOpen('change')} />
          </>
        ) : null}
        <IconButton icon="close" label={`Remove ${name}`} onClick={() => setOpen('remove')} />
      </span>
      {open === 'remove' ? (
        <SourceRemoval source={source} isReading={isReading} onRemove={onRemove} onKeep={close} />
      ) : isReading && sync ? (
        <SourceProgress name={name} sync={sync} nowMs={nowMs} />
      ) : (
        <p className="knowledge-meta">{describeSource(source, sync, nowMs)}</p>
      )}
      {old > 0 ? (
        <p className="knowledge-meta knowledge-old">
          <Icon name="clock" size="sm" /> {count(old, 'article')} not updated for over a year
        </p>
      ) : null}
      {failure && !isReading ? (
        <SourceProblem failure={failure} onReadAgain={readAgain} onChange={() => setOpen('change')} />
      ) : null}
      <SourceUnreadable unreadable={unreadable} />
      {open === 'change' && fields && actions ? (
        <SourceForm start={fields} known={source} onSourceAdd={actions.onSourceAdd} onClose={close} />
      ) : null}
    </li>
  );
}
