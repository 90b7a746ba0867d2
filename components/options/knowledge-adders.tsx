import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../shared/button.tsx';
import type { IconName } from '../shared/icon.tsx';
import type { KnowledgeImport } from './knowledge-import.ts';
import type { KnowledgeActions, ReadingActions } from './options-value.ts';
import { PasteForm } from './paste-form.tsx';
import { toPickedFiles } from './read-dropped-files.ts';
import { startFields, type SourceFields } from './source-fields.ts';
import { SourceForm } from './source-form.tsx';
import { SourceReaders } from './source-readers.tsx';
import './knowledge.css';

/** What the importer reads; a zip may hold all of these. */
const ACCEPTED = '.md,.markdown,.html,.htm,.txt,.pdf,.docx,.csv,.json,.jsonl,.zip';

const places: readonly { readonly kind: SourceFields['kind']; readonly name: string; readonly icon: IconName }[] = [
  { kind: 'help-centre', name: 'Help centre', icon: 'globe' },
  { kind: 'web-pages', name: 'Web pages', icon: 'window' },
  { kind: 'macros', name: 'Macros', icon: 'message' },
  { kind: 'solved-tickets', name: 'Solved tickets', icon: 'check-circle' },
  { kind: 'vector-store', name: 'Vector store', icon: 'layers' },
];

export type KnowledgeAddersProps = {
  readonly actions: KnowledgeActions;
  readonly into: KnowledgeImport;
  /** One import at a time. */
  readonly busy: boolean;
  /** The sample help centre is there already. */
  readonly hasSample: boolean;
  /** Absent where nothing is read from a place yet: in the first run. */
  readonly onSourceAdd?: ReadingActions['onSourceAdd'];
};

/** Everything that brings knowledge in: a place that is read, files, a folder, a zip, a pasted text, the sample. */
export function KnowledgeAdders({ actions, into, busy, hasSample, onSourceAdd }: KnowledgeAddersProps): ReactNode {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [form, setForm] = useState<'paste' | SourceFields['kind']>();
  const reason = busy ? 'Wait until the import under way has ended, or stop it' : undefined;
  const close = (): void => setForm(undefined);

  const picker = (ref: typeof files, props: Record<string, unknown>): ReactNode => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      onChange={(event) => {
        into.take(event.target.files ? toPickedFiles(event.target.files) : []);
        event.target.value = '';
      }}
      {...props}
    />
  );
  return (
    <div className="knowledge-add">
      {picker(files, { accept: ACCEPTED })}
      {picker(folder, { webkitdirectory: '' })}
      <div className="adders">
        {onSourceAdd
          ? places.map(({ kind, name, icon }) => <Adder key={kind} name={name} icon={icon} onClick={() => setForm(kind)} />)
          : null}
        <Adder name="Files or zip" icon="file" reason={reason} onClick={() => files.current?.click()} />
        <Adder name="Folder" icon="layers" reason={reason} onClick={() => folder.current?.click()} />
        <Adder name="Paste text" icon="copy" reason={reason} onClick={() => setForm('paste')} />
        {hasSample ? null : (
          <Adder name="Use the sample help centre" icon="book" reason={reason} onClick={actions.onImportSample} />
        )}
      </div>
      {form !== undefined && form !== 'paste' && onSourceAdd ? (
        <SourceForm key={form} start={startFields(form)} onSourceAdd={onSourceAdd} onClose={close} />
      ) : (
        <>
          {form === 'paste' ? (
            <PasteForm
              onCancel={close}
              onPaste={(title, text) => {
                close();
                actions.onPasteText(title, text, into.readers);
              }}
            />
          ) : (
            <p className="field-hint">
              Markdown, HTML, text, PDF, DOCX, CSV and JSONL, loose, in folders or zipped. You can also drop them anywhere in this
              section.
            </p>
          )}
          <SourceReaders value={into.readers} onChange={into.setReaders} />
        </>
      )}
    </div>
  );
}

type AdderProps = {
  readonly name: string;
  readonly icon: IconName;
  readonly reason?: string | undefined;
  readonly onClick: () => void;
};

function Adder({ name, icon, reason, onClick }: AdderProps): ReactNode {
  return (
    <Button variant="outline" size="sm" icon={icon} disabledReason={reason} onClick={onClick}>
      {name}
    </Button>
  );
}
