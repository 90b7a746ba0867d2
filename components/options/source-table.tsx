import { useState, type ReactNode } from 'react';
import type { Source, SourceId } from '../../utils/domain/passage.ts';
import { IconButton } from '../shared/icon-button.tsx';
import { Icon } from '../shared/icon.tsx';
import { Progress } from '../shared/progress.tsx';
import { noReadings, type ImportProgress, type ReadingActions, type Readings } from './options-value.ts';
import { count } from './source-time.ts';
import { SourceRow } from './source-row.tsx';
import './knowledge.css';

export type SourceTableProps = {
  readonly sources: readonly Source[];
  readonly importing: ImportProgress | undefined;
  readonly readings?: Readings;
  /** Absent where sources can be looked at and removed only: in the first run. */
  readonly actions?: ReadingActions;
  readonly onRemove: (id: SourceId, forget: boolean) => void;
  readonly onImportCancel: () => void;
};

/** All sources, newest last, how reading them goes, and the import under way. */
export function SourceTable(props: SourceTableProps): ReactNode {
  const { sources, importing, readings = noReadings, actions, onRemove, onImportCancel } = props;
  const [openedMs] = useState(() => Date.now());
  if (sources.length === 0 && !importing) {
    return <p className="second">Nothing yet. Until something is added, Deskside says so instead of drafting.</p>;
  }
  const nowMs = readings.nowMs || openedMs;
  const filled = sources.find(({ id }) => id === importing?.sourceId);
  // A source that is being filled stands where its import stands.
  const whole = sources.filter((source) => source !== filled);
  return (
    <ul className="knowledge">
      {whole.map((source) => (
        <SourceRow
          key={source.id}
          source={source}
          sync={readings.syncs.find(({ sourceId }) => sourceId === source.id)}
          old={readings.old.get(source.id) ?? 0}
          nowMs={nowMs}
          actions={actions}
          onRemove={(forget) => onRemove(source.id, forget)}
        />
      ))}
      {importing ? (
        <li>
          <Icon name="file" />
          <span className="knowledge-name">{importing.name}</span>
          <span />
          <IconButton icon="close" label={`Stop reading ${importing.name}`} onClick={onImportCancel} />
          <ImportProgressBar importing={importing} passages={filled?.passages ?? 0} />
        </li>
      ) : null}
    </ul>
  );
}

const number = new Intl.NumberFormat('en');

export type ImportProgressBarProps = {
  readonly importing: ImportProgress;
  /** Of what is being imported, those that can be found already. */
  readonly passages?: number;
};

/** How far an import is, as a bar and in words. */
export function ImportProgressBar({ importing, passages = 0 }: ImportProgressBarProps): ReactNode {
  const { name, done, total } = importing;
  const found = passages > 0 ? `${count(passages, 'passage')} can be found already. ` : '';
  return (
    <>
      <Progress label={`Reading ${name}`} value={total === undefined || total === 0 ? 0 : done / total} />
      <p className="knowledge-meta num-wrap" role="status">
        {total === undefined
          ? `${number.format(done)} files found so far`
          : `Reading file ${number.format(Math.min(done + 1, total))} of ${number.format(total)}. ${found}You can go on working.`}
      </p>
    </>
  );
}
