import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../shared/button.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { TextField } from '../text-field.tsx';
import { count } from './count.ts';
import { parseGlossaryCsv, writeGlossaryCsv } from './glossary-csv.ts';
import { GlossaryList } from './glossary-list.tsx';
import { mergeGlossary, parseGlossaryLines, writeGlossaryLine, type Glossary, type GlossaryRead } from './glossary-text.ts';
import { saveFile } from './save-file.ts';
import './glossary.css';

/** Problems beyond these are counted. */
const SHOWN_PROBLEMS = 5;

export type GlossaryEditorProps = {
  readonly glossary: Glossary;
  /** Saves it; called with the whole glossary. */
  readonly onChange: (glossary: Glossary) => void;
};

/** Terms that keep their form in every language, or have a fixed one in some. Saved as they are added. */
export function GlossaryEditor({ glossary, onChange }: GlossaryEditorProps): ReactNode {
  const [lines, setLines] = useState('');
  const [changing, setChanging] = useState<string>();
  const [said, setSaid] = useState<{ readonly done: string; readonly problems: readonly string[] }>({ done: '', problems: [] });
  const picker = useRef<HTMLInputElement>(null);

  const take = ({ entries, problems }: GlossaryRead, replaced?: string): void => {
    const { glossary: next, added, changed, left } = mergeGlossary(glossary, entries, replaced);
    if (entries.length > 0) onChange(next);
    const full = left > 0 ? [`${count(left, 'term')} did not fit in: 500 is the most. Remove some first.`] : [];
    const done = [
      added > 0 && replaced === undefined ? `${count(added, 'term')} added.` : '',
      changed > 0 ? `${count(changed, 'term')} changed.` : '',
    ]
      .filter((part) => part !== '')
      .join(' ');
    setSaid({ done: done === '' && entries.length > 0 ? 'Saved.' : done, problems: [...problems, ...full] });
  };
  const addLines = (): void => {
    const read = parseGlossaryLines(lines);
    if (read.entries.length === 0 && read.problems.length === 0)
      return setSaid({ done: '', problems: ['Write or paste a term first.'] });
    // What could not be read stays, to be corrected.
    const wrong = new Set(read.problems.map((problem) => Number(/^Line (\d+)/.exec(problem)?.[1] ?? 0)));
    const left = lines
      .split(/\r\n?|\n/)
      .filter((_, index) => wrong.has(index + 1))
      .join('\n');
    take({ ...read, problems: parseGlossaryLines(left).problems }, changing);
    setLines(left);
    setChanging(undefined);
  };
  return (
    <SettingsSection
      id="glossary"
      title="Glossary"
      lead="Product names and terms that are never translated, or always by the same word. Models are told the ones that come up; a draft that lost one says so."
    >
      {glossary.length === 0 ? (
        <p className="second">No terms yet. Add the names that a translation must leave alone.</p>
      ) : (
        <GlossaryList
          glossary={glossary}
          onChange={(entry) => {
            setLines(writeGlossaryLine(entry));
            setChanging(entry.term);
            setSaid({ done: '', problems: [] });
          }}
          onRemove={({ term }) => {
            onChange(glossary.filter((entry) => entry.term !== term));
            setSaid({ done: `“${term}” is removed.`, problems: [] });
          }}
        />
      )}
      <div className="glossary-add">
        <TextField
          label={changing === undefined ? 'Add terms' : `Change “${changing}”`}
          rows={3}
          value={lines}
          placeholder={'Northwind Cloud\nworkspace = de: Arbeitsbereich; fr: espace de travail'}
          hint="One a line, as many as you like. A term alone is never translated; after “=” stands its word for a language."
          onChange={setLines}
        />
        {said.problems.length === 0 ? null : (
          <div className="field-problem" role="alert">
            <ul>
              {said.problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
              {said.problems.length > SHOWN_PROBLEMS ? <li>And {said.problems.length - SHOWN_PROBLEMS} more.</li> : null}
            </ul>
          </div>
        )}
        <p className="glossary-bar">
          <Button variant="outline" size="sm" icon={changing === undefined ? 'plus' : 'check'} onClick={addLines}>
            {changing === undefined ? 'Add' : 'Save term'}
          </Button>
          {changing === undefined ? null : (
            <Button
              size="sm"
              onClick={() => {
                setChanging(undefined);
                setLines('');
              }}
            >
              Cancel
            </Button>
          )}
          <Button
            size="sm"
            icon="download"
            disabledReason={glossary.length === 0 ? 'There are no terms yet.' : ''}
            onClick={() => saveFile(writeGlossaryCsv(glossary), 'deskside-glossary.csv', 'text/csv')}
          >
            Export CSV
          </Button>
          <Button size="sm" icon="file" onClick={() => picker.current?.click()}>
            Import CSV
          </Button>
          <span className="glossary-said" role="status">
            {said.done}
          </span>
        </p>
        <input
          ref={picker}
          type="file"
          accept=".csv,text/csv"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void file.text().then((text) => take(parseGlossaryCsv(text)));
          }}
        />
      </div>
    </SettingsSection>
  );
}
