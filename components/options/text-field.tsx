import { useId, type HTMLInputTypeAttribute, type ReactNode } from 'react';

export type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong and what to do; takes the hint's place in front of it. */
  readonly problem?: string | undefined;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'url' | 'text';
  readonly mono?: boolean;
  readonly wide?: boolean;
  /** Id of a `datalist` with suggestions. */
  readonly list?: string;
  /** Several lines of text. */
  readonly rows?: number;
};

/** A labelled input with its hint and its problem, both tied to it for screen readers. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, value, onChange, hint, problem, optional = false, placeholder = '', type = 'text', rows } = props;
  const id = useId();
  const described = [problem ? `${id}-problem` : '', hint ? `${id}-hint` : ''].filter((part) => part !== '').join(' ');
  const input = {
    id,
    className: props.mono ? 'input mono' : 'input',
    value,
    placeholder,
    'aria-invalid': problem !== undefined,
    ...(props.list === undefined ? {} : { list: props.list }),
    ...(described === '' ? {} : { 'aria-describedby': described }),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={props.wide ? 'field field-wide' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label} {optional ? <span className="quiet">optional</span> : null}
      </label>
      {rows === undefined ? (
        <input {...input} type={type} autoComplete="off" spellCheck={false} inputMode={props.inputMode ?? 'text'} />
      ) : (
        <textarea {...input} rows={rows} />
      )}
      {problem ? (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
