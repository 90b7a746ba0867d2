import { useId, useState, type ReactNode } from 'react';
import type { CaseField, CaseNote } from '../../utils/domain/triage.ts';
import { checkCaseNote } from '../../utils/drafting/case-note/check-case-note.ts';
import { toFieldLabel, toNoteText } from '../../utils/drafting/case-note/to-note-text.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import './handed-over.css';

export type CaseNoteCardProps = {
  readonly note: CaseNote;
  readonly fields: readonly CaseField[];
  readonly onCopy: (text: string) => void;
  /** Each time a value was changed: the note as it is now, checked. */
  readonly onChange?: (note: CaseNote) => void;
};

/** The note for the CRM: every field can be edited, and the ones that do not fit say what to do. Give it a `key` per note. */
export function CaseNoteCard({ note, fields, onCopy, onChange }: CaseNoteCardProps): ReactNode {
  // What is typed stays as it was typed, also while it does not fit; until then the note's own problems hold.
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const values = { ...toTexts(note), ...typed };
  const checked = checkCaseNote(values, fields);
  const problemOf = (name: string): string => {
    const from = name in typed ? checked : note;
    return from.problems.find(({ field }) => field === name)?.said ?? '';
  };
  const left = fields.filter(({ name }) => problemOf(name) !== '').length;
  const change = (name: string, value: string): void => {
    setTyped({ ...typed, [name]: value });
    onChange?.({ ...checkCaseNote({ ...values, [name]: value }, fields), by: note.by });
  };
  return (
    <section className="card" aria-label="Case note">
      <h3 className="section-title">
        Case note <span className="num">{note.by === 'model' ? 'written by the model' : 'filled from the ticket'}</span>
      </h3>
      <div className="case-fields">
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            problem={problemOf(field.name)}
            onChange={(value) => change(field.name, value)}
          />
        ))}
      </div>
      <p className="card-actions row">
        <Button icon="copy" size="sm" onClick={() => onCopy(toNoteText(checked, fields))}>
          Copy
        </Button>
        <span className="second" role="status">
          {left === 0 ? 'Every field fits.' : `${left} of ${fields.length} fields need you.`}
        </span>
      </p>
    </section>
  );
}

function toTexts(note: CaseNote): Record<string, string> {
  return Object.fromEntries(
    Object.entries(note.values).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
    ]),
  );
}

type FieldInputProps = {
  readonly field: CaseField;
  readonly value: string;
  readonly problem: string;
  readonly onChange: (value: string) => void;
};

function FieldInput({ field, value, problem, onChange }: FieldInputProps): ReactNode {
  const id = useId();
  const said = problem === '' ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-said` };
  const choices = field.kind === 'yes-no' ? ['yes', 'no'] : field.kind === 'choice' ? (field.choices ?? []) : undefined;
  const isLong = field.kind === 'text' && (field.maxLength === undefined || field.maxLength > 80);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id} title={field.about}>
        {toFieldLabel(field.name)}
        {field.isRequired ? '' : <span className="quiet case-optional"> Optional</span>}
      </label>
      {choices ? (
        <select className="input" id={id} value={value} onChange={(event) => onChange(event.target.value)} {...said}>
          <option value="">Not chosen</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : isLong ? (
        <textarea
          className="input case-text"
          id={id}
          rows={2}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...said}
        />
      ) : (
        <input className="input" id={id} value={value} onChange={(event) => onChange(event.target.value)} {...said} />
      )}
      {problem === '' ? null : (
        <p className="case-problem" id={`${id}-said`}>
          <Icon name="alert" size="sm" /> {problem}
        </p>
      )}
    </div>
  );
}
