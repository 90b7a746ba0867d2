import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { audienceSchema, type Source } from '../../utils/domain/passage.ts';
import { Button } from '../shared/button.tsx';
import { describeFailure } from '../shared/describe-failure.ts';
import { Notice } from '../shared/notice.tsx';
import { audienceNames } from './audience-names.ts';
import { toHost } from './check-endpoint.ts';
import type { ReadingActions } from './options-value.ts';
import { checkSource, type SourceProblems } from './source-check.ts';
import { schedules, type SourceFields } from './source-fields.ts';
import { useOrder } from './source-order.ts';
import { SourcePlaceFields } from './source-place-fields.tsx';
import { SourceSelect } from './source-select.tsx';
import { TextField } from './text-field.tsx';

const titles: Record<SourceFields['kind'], string> = {
  'help-centre': 'Read a help centre',
  'web-pages': 'Read web pages',
  macros: 'Read macros',
  'solved-tickets': 'Read solved tickets',
  'vector-store': 'Search a vector store at your model provider',
};

export type SourceFormProps = {
  readonly start: SourceFields;
  /** The source that is changed; absent for a new one. */
  readonly known?: Source;
  readonly onSourceAdd: ReadingActions['onSourceAdd'];
  /** It was added, or the agent thought better of it. */
  readonly onClose: () => void;
};

/** A source that is read from a place: where, who may read it, how often. The browser is asked for the site on the click. */
export function SourceForm({ start, known, onSourceAdd, onClose }: SourceFormProps): ReactNode {
  const [fields, setFields] = useState(start);
  const [problems, setProblems] = useState<SourceProblems>({});
  const { give, isUnderWay, problem } = useOrder();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), []);

  const change = (next: SourceFields): void => {
    setFields(next);
    setProblems({});
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const checked = checkSource(fields, known, new Date().toISOString());
    setProblems(checked.ok ? {} : checked.problems);
    if (checked.ok) give(() => onSourceAdd(checked.source, fields.key.trim()), onClose);
  };
  return (
    <form className="source-form" ref={form} onSubmit={submit} aria-label={known ? `Change ${known.name}` : titles[fields.kind]}>
      <h3>{known ? 'Change' : titles[fields.kind]}</h3>
      {fields.kind === 'solved-tickets' ? (
        <Notice tone="plain" icon="eye-shield" title="Personal details are redacted first">
          Names, addresses, phone and account numbers are replaced before anything is saved. Solved tickets are shown to your team
          under Similar and are never cited.
        </Notice>
      ) : null}
      {fields.kind === 'macros' ? (
        <p className="second">
          Replies that your team keeps in its helpdesk. They stay internal: no public reply is drafted from them.
        </p>
      ) : null}
      {fields.kind === 'vector-store' ? (
        <p className="second">
          It is searched where it is, and nothing of it is kept here. Each question goes there with personal details replaced. Of
          a file’s own audience and the one chosen here the narrower holds; a file without one stays internal.
        </p>
      ) : null}
      <div className="fields-2">
        <SourcePlaceFields fields={fields} problems={problems} hasKey={known !== undefined} onChange={change} />
        {fields.kind === 'solved-tickets' || fields.kind === 'macros' ? null : (
          <SourceSelect
            label="Who may read it"
            value={fields.audience}
            options={audienceSchema.options.map((value) => ({
              value,
              name: `${audienceNames[value].name}: ${audienceNames[value].meaning}`,
            }))}
            onChange={(audience) => change({ ...fields, audience })}
          />
        )}
        {fields.kind === 'vector-store' ? null : (
          <SourceSelect
            label="Read again"
            value={fields.everyHours}
            options={schedules.map(({ everyHours, name }) => ({ value: everyHours, name }))}
            onChange={(everyHours) => change({ ...fields, everyHours })}
          />
        )}
        {fields.audience === 'segment' ? (
          <TextField
            label="Plans or contracts"
            wide
            value={fields.segments}
            problem={problems.segments}
            placeholder="Enterprise, Pro"
            hint="As your helpdesk names them, divided by commas."
            onChange={(segments) => change({ ...fields, segments })}
          />
        ) : null}
      </div>
      <div className="row save-row">
        <Button variant="primary" type="submit" disabledReason={isUnderWay ? 'The source is being added.' : undefined}>
          {isUnderWay ? 'Asking…' : describeButton(fields, known !== undefined)}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <span className="field-hint">{describeAsking(fields)}</span>
        {problem ? (
          <Notice tone="warning" icon="alert" title={describeFailure(problem).what}>
            {problem.kind === 'source-not-allowed' ? 'Press the button again and choose Allow.' : describeFailure(problem).next}
          </Notice>
        ) : null}
      </div>
    </form>
  );
}

function describeButton({ kind }: SourceFields, isKnown: boolean): string {
  if (kind === 'vector-store') return isKnown ? 'Save' : 'Add';
  return isKnown ? 'Save and read again' : 'Add and read';
}

function describeAsking({ kind, address, addresses }: SourceFields): string {
  const host = toHost(kind === 'web-pages' ? (addresses.trim().split(/\s+/)[0] ?? '') : address);
  const manners = kind === 'web-pages' ? ' It reads slowly and heeds the site’s robots.txt.' : '';
  if (kind === 'vector-store') return `The browser asks you whether Deskside may ask ${host ?? 'this site'}.`;
  return `The browser asks you whether Deskside may read ${host ?? 'this site'}.${manners}`;
}
