import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { Audience } from '../../utils/domain/passage.ts';
import { Button } from '../shared/button.tsx';
import { AudienceSelect } from './audience-select.tsx';
import type { KnowledgeActions } from './options-value.ts';
import { PasteForm } from './paste-form.tsx';
import { readDroppedFiles, toPickedFiles } from './read-dropped-files.ts';
import './knowledge.css';

/** What the importer reads; a zip may hold all of these. */
const ACCEPTED = '.md,.markdown,.html,.htm,.txt,.zip';

export type KnowledgeAddersProps = {
  readonly actions: KnowledgeActions;
  /** One import at a time. */
  readonly busy: boolean;
  /** The sample help centre is there already. */
  readonly hasSample: boolean;
};

/** Everything that brings knowledge in: files, a folder, a zip, a pasted text, the sample; also by dropping. */
export function KnowledgeAdders({ actions, busy, hasSample }: KnowledgeAddersProps): ReactNode {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [audience, setAudience] = useState<Audience>('public');
  const [pasting, setPasting] = useState(false);
  const [dragging, setDragging] = useState(false);
  const reason = busy ? 'Wait until the import under way has ended, or stop it' : undefined;

  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setDragging(false);
    const dropped = await readDroppedFiles(event.dataTransfer);
    if (dropped.length > 0 && !busy) actions.onImportFiles(dropped, audience);
  };
  const picker = (ref: typeof files, props: Record<string, unknown>): ReactNode => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      onChange={(event) => {
        const picked = event.target.files ? toPickedFiles(event.target.files) : [];
        if (picked.length > 0) actions.onImportFiles(picked, audience);
        event.target.value = '';
      }}
      {...props}
    />
  );
  return (
    <div
      className={dragging ? 'knowledge-add is-dragging' : 'knowledge-add'}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => void drop(event)}
    >
      {picker(files, { accept: ACCEPTED })}
      {picker(folder, { webkitdirectory: '' })}
      <div className="adders">
        <Button variant="outline" size="sm" icon="file" disabledReason={reason} onClick={() => files.current?.click()}>
          Files or zip
        </Button>
        <Button variant="outline" size="sm" icon="layers" disabledReason={reason} onClick={() => folder.current?.click()}>
          Folder
        </Button>
        <Button variant="outline" size="sm" icon="copy" disabledReason={reason} onClick={() => setPasting(true)}>
          Paste text
        </Button>
        {hasSample ? null : (
          <Button variant="outline" size="sm" icon="book" disabledReason={reason} onClick={actions.onImportSample}>
            Use the sample help centre
          </Button>
        )}
      </div>
      {pasting ? (
        <PasteForm
          onCancel={() => setPasting(false)}
          onPaste={(title, text) => {
            setPasting(false);
            actions.onPasteText(title, text, audience);
          }}
        />
      ) : (
        <p className="field-hint">Markdown, HTML and text, loose, in folders or zipped. You can also drop them here.</p>
      )}
      <AudienceSelect value={audience} onChange={setAudience} />
    </div>
  );
}
