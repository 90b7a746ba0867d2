import { useState, type ReactNode } from 'react';
import type { CaseField } from '../../../utils/domain/triage.ts';
import { parseCaseFields } from '../../../utils/drafting/case-note/parse-case-fields.ts';
import { Button } from '../../shared/button.tsx';
import { Notice } from '../../shared/notice.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { TextField } from '../text-field.tsx';
import './case-note.css';

export type CaseFieldsSectionProps = {
  readonly fields: readonly CaseField[];
  readonly onFields: (fields: readonly CaseField[]) => void;
};

const kindNames: Record<CaseField['kind'], string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'One of',
  'yes-no': 'Yes or no',
};

const sample: readonly CaseField[] = [
  { name: 'goal', kind: 'text', about: 'What the requester wants', isRequired: true, maxLength: 200 },
  { name: 'product', kind: 'text', about: 'Product or plan', isRequired: false, maxLength: 80 },
  {
    name: 'urgency',
    kind: 'choice',
    about: 'How pressing it is',
    isRequired: true,
    choices: ['low', 'normal', 'high', 'urgent'],
  },
  { name: 'follow_up_on', kind: 'date', about: 'When somebody has to come back to it', isRequired: false },
];

/** The note that a team keeps of each case: its fields, which every note is checked against. */
export function CaseFieldsSection({ fields, onFields }: CaseFieldsSectionProps): ReactNode {
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState('');
  const save = (): void => {
    const read = parseCaseFields(text ?? '');
    if (!read.ok) return setProblem(read.problems.join(' '));
    onFields(read.fields);
    setText(undefined);
    setProblem('');
  };
  return (
    <SettingsSection
      id="case-note"
      title="Case note"
      lead="What your CRM wants to know of each case. The panel writes the note once a reply is in the box; what can’t be told is left to you."
    >
      {text !== undefined ? null : fields.length === 0 ? (
        <p className="second">No fields yet, so no note is offered.</p>
      ) : (
        <FieldTable fields={fields} />
      )}
      {text === undefined ? (
        <p className="row">
          <Button variant="outline" onClick={() => setText(JSON.stringify(fields.length > 0 ? fields : sample, null, 2))}>
            {fields.length > 0 ? 'Change the fields' : 'Define fields'}
          </Button>
          {fields.length > 0 ? <Button onClick={() => onFields([])}>Do without</Button> : null}
        </p>
      ) : (
        <>
          <TextField
            label="Fields"
            mono
            rows={14}
            value={text}
            hint="A list of fields as shown, or a JSON Schema of an object with text, number, date, choice and yes-or-no properties."
            onChange={setText}
          />
          {problem === '' ? null : (
            <div>
              <Notice tone="warning" icon="alert" title="Not saved">
                {problem}
              </Notice>
            </div>
          )}
          <p className="row">
            <Button variant="primary" onClick={save}>
              Save
            </Button>
            <Button
              onClick={() => {
                setText(undefined);
                setProblem('');
              }}
            >
              Leave as it was
            </Button>
          </p>
        </>
      )}
    </SettingsSection>
  );
}

function FieldTable({ fields }: Pick<CaseFieldsSectionProps, 'fields'>): ReactNode {
  return (
    <div>
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Kind</th>
            <th scope="col">What belongs here</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row" className="mono">
                {field.name}
              </th>
              <td>
                {kindNames[field.kind]}
                {field.choices ? `: ${field.choices.join(', ')}` : ''}
                {field.isRequired ? '' : ', may be empty'}
              </td>
              <td className="second">{field.about}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
