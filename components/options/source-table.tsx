import type { ReactNode } from 'react';
import type { Source, SourceId } from '../../utils/domain/passage.ts';
import { IconButton } from '../shared/icon-button.tsx';
import { Icon } from '../shared/icon.tsx';
import { Progress } from '../shared/progress.tsx';
import type { ImportProgress } from './options-value.ts';
import { SourceRow } from './source-row.tsx';
import './knowledge.css';

export type SourceTableProps = {
  readonly sources: readonly Source[];
  readonly importing: ImportProgress | undefined;
  readonly onRemove: (id: SourceId) => void;
  readonly onImportCancel: () => void;
};

/** All sources, newest last, and the import under way. */
export function SourceTable({ sources, importing, onRemove, onImportCancel }: SourceTableProps): ReactNode {
  if (sources.length === 0 && !importing) {
    return <p className="second">Nothing yet. Until something is added, Deskside says so instead of drafting.</p>;
  }
  return (
    <ul className="knowledge">
      {sources.map((source) => (
        <SourceRow key={source.id} source={source} onRemove={() => onRemove(source.id)} />
      ))}
      {importing ? (
        <li>
          <Icon name="file" />
          <span className="knowledge-name">{importing.name}</span>
          <span />
          <IconButton icon="close" label={`Stop reading ${importing.name}`} onClick={onImportCancel} />
          <ImportProgressBar importing={importing} />
        </li>
      ) : null}
    </ul>
  );
}

const count = new Intl.NumberFormat('en');

/** How far an import is, as a bar and in words. */
export function ImportProgressBar({ importing }: { readonly importing: ImportProgress }): ReactNode {
  const { name, done, total } = importing;
  return (
    <>
      <Progress label={`Reading ${name}`} value={total === undefined || total === 0 ? 0 : done / total} />
      <p className="knowledge-meta" role="status">
        {total === undefined
          ? `${count.format(done)} files found so far`
          : `Reading file ${count.format(Math.min(done + 1, total))} of ${count.format(total)}. You can go on working.`}
      </p>
    </>
  );
}
