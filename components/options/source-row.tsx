import { useState, type ReactNode } from 'react';
import type { Source } from '../../utils/domain/passage.ts';
import { Button } from '../shared/button.tsx';
import { Icon, type IconName } from '../shared/icon.tsx';
import { IconButton } from '../shared/icon-button.tsx';
import { Tag } from '../shared/tag.tsx';
import { audienceNames } from './audience-names.ts';

const icons = {
  files: 'file',
  'pasted-text': 'copy',
  sample: 'book',
  'help-centre': 'book',
  macros: 'copy',
  'solved-tickets': 'lock',
  'web-pages': 'book',
  'vector-store': 'file',
} as const satisfies Record<Source['kind'], IconName>;
const count = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const plural = (n: number, one: string): string => `${count.format(n)} ${n === 1 ? one : `${one}s`}`;

export type SourceRowProps = { readonly source: Source; readonly onRemove: () => void };

/** One source: what it is called, who may read it, how much it holds, what could not be read; removing asks first. */
export function SourceRow({ source, onRemove }: SourceRowProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const { kind, name, audience, articles, passages, importedAt, unreadable } = source;
  return (
    <li>
      <Icon name={icons[kind]} />
      <span className="knowledge-name">{name}</span>
      <span className="knowledge-tags">
        <Tag tone={audience === 'internal' ? 'internal' : 'plain'}>{audienceNames[audience].name}</Tag>
        {unreadable.length > 0 ? <Tag tone="warning">{plural(unreadable.length, 'file')} not read</Tag> : null}
      </span>
      <IconButton icon="close" label={`Remove ${name}`} onClick={() => setAsking(true)} />
      {asking ? (
        <div className="knowledge-ask" role="group" aria-label={`Remove ${name}`}>
          <p>Drafts will no longer cite its {plural(articles, 'article')}. Replies already sent and their outcomes stay.</p>
          <p className="row">
            <Button variant="danger" size="sm" onClick={onRemove} autoFocus>
              Remove
            </Button>
            <Button size="sm" onClick={() => setAsking(false)}>
              Keep
            </Button>
          </p>
        </div>
      ) : (
        <p className="knowledge-meta">
          {plural(articles, 'article')} · {plural(passages, 'passage')} · added {day.format(Date.parse(importedAt))}
          {audience === 'internal' ? ' · never used in public replies' : ''}
        </p>
      )}
      {unreadable.length > 0 ? (
        <details className="knowledge-unreadable">
          <summary className="link-button">
            {unreadable.length === 1
              ? 'One file was not read, and why'
              : `${plural(unreadable.length, 'file')} were not read, and why`}
          </summary>
          <dl>
            {unreadable.map(({ name: file, reason }, index) => (
              <div key={`${index} ${file}`}>
                <dt className="mono">{file}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </li>
  );
}
