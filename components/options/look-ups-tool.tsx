import { useId, type ReactNode } from 'react';
import { Switch } from '../shared/switch.tsx';
import { Tag } from '../shared/tag.tsx';
import { TextField } from './text-field.tsx';
import type { ServerProblems, ToolForm } from './look-ups-form.ts';
import { LookUpsSlot } from './look-ups-slot.tsx';

export type LookUpsToolProps = {
  readonly tool: ToolForm;
  readonly problems: ServerProblems;
  readonly onChange: (change: Partial<ToolForm>) => void;
};

/** One tool that a server offers: ticked or not, when it is called, where its arguments come from, whom its answer is about. */
export function LookUpsTool({ tool, problems, onChange }: LookUpsToolProps): ReactNode {
  const id = useId();
  const { offered, isTicked, slots } = tool;
  return (
    <li className="look-up-tool">
      <p className="row">
        <input
          id={id}
          type="checkbox"
          checked={isTicked}
          onChange={(event) => onChange({ isTicked: event.target.checked, isChanged: false })}
        />
        <label htmlFor={id} className="rule-name">
          {offered.title}
        </label>
        {offered.title === offered.name ? null : <span className="quiet mono">{offered.name}</span>}
        <Tag tone={offered.isReadOnly ? 'plain' : 'warning'}>
          {offered.isReadOnly ? 'says it only reads' : 'may change things'}
        </Tag>
        {tool.isChanged ? <Tag tone="warning">changed since it was ticked</Tag> : null}
      </p>
      {offered.description === '' ? null : <p className="second">{offered.description}</p>}
      {isTicked ? (
        <div className="fields-2">
          <div className="field field-wide">
            <label className="field-label" htmlFor={`${id}-when`}>
              Ask it
            </label>
            <select
              id={`${id}-when`}
              className="input"
              value={tool.when}
              onChange={(event) => onChange({ when: event.target.value === 'on-request' ? 'on-request' : 'always' })}
            >
              <option value="always">For every draft, when the ticket holds what it needs</option>
              <option value="on-request">When the agent asks for it</option>
            </select>
          </div>
          {offered.parameters.map((parameter) => (
            <LookUpsSlot
              key={parameter.name}
              parameter={parameter}
              slot={slots[parameter.name] ?? { from: 'none', text: '' }}
              problem={problems[`${offered.name} ${parameter.name}`]}
              onChange={(slot) => onChange({ slots: { ...slots, [parameter.name]: slot } })}
            />
          ))}
          <TextField
            label="Field that names whom it is about"
            optional
            wide
            mono
            value={tool.ownerField}
            placeholder="order.customer.email"
            hint="Anyone can write another’s order number into a ticket. Only an answer that holds the requester’s address here may stand in a public reply."
            onChange={(ownerField) => onChange({ ownerField })}
          />
          {offered.isReadOnly ? null : (
            <p className="row field-wide">
              <Switch
                label={`Call ${offered.title} although it may change things`}
                checked={tool.mayChangeThings}
                onChange={(mayChangeThings) => onChange({ mayChangeThings })}
              />
              Call it although it may change things
            </p>
          )}
          {problems[offered.name] ? (
            <p className="field-problem field-wide" role="alert">
              {problems[offered.name]}
            </p>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
