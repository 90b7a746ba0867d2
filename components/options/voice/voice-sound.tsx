import { useId, type ReactNode } from 'react';
import type { VoiceProfile } from '../../../utils/domain/voice.ts';
import { addressNames, lengthNames, orderNames, warmthNames } from '../../../utils/drafting/voice/diff-voices.ts';
import { toWarmth, warmths } from '../../../utils/drafting/voice/manner.ts';
import { TextField } from '../text-field.tsx';
import { StepSlider } from './step-slider.tsx';
import type { VoiceFormValue, VoiceProblems } from './voice-form-value.ts';

const warmthSteps = warmths.map((value) => ({ value, label: warmthNames[value] }));
const warmthOf = { plain: 0, friendly: 0.5, warm: 1 } as const;
const addressSteps = (['first-name', 'auto', 'formal'] as const).map((value) => ({ value, label: addressNames[value] }));
const lengthSteps = (['short', 'normal', 'thorough'] as const).map((value) => ({ value, label: lengthNames[value] }));
const orders = Object.keys(orderNames) as VoiceProfile['order'][];

export type VoiceSoundProps = {
  readonly form: VoiceFormValue;
  readonly problems: VoiceProblems;
  /** It serves more than one language: own texts stand in all of them as they are. */
  readonly isManyLanguages: boolean;
  readonly onChange: (change: Partial<VoiceFormValue>) => void;
};

/** How a reply sounds and is built. */
export function VoiceSound({ form, problems, isManyLanguages, onChange }: VoiceSoundProps): ReactNode {
  const orderId = useId();
  const empty = 'Empty: each language’s own.';
  const many = isManyLanguages ? ' This voice serves several languages: your text stands in all of them as it is.' : '';
  return (
    <div className="voice-form">
      <StepSlider
        label="Warmth"
        value={toWarmth(form.warmth)}
        steps={warmthSteps}
        onChange={(warmth) => onChange({ warmth: warmthOf[warmth] })}
      />
      <StepSlider label="Address" value={form.address} steps={addressSteps} onChange={(address) => onChange({ address })} />
      <StepSlider label="Length" value={form.length} steps={lengthSteps} onChange={(length) => onChange({ length })} />
      <div className="field">
        <label className="field-label" htmlFor={orderId}>
          Order
        </label>
        <select
          id={orderId}
          className="input"
          value={form.order}
          onChange={(event) => {
            const order = orders.find((one) => one === event.target.value);
            if (order) onChange({ order });
          }}
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {orderNames[order]}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label="Greeting"
        optional
        placeholder="Hello {name},"
        value={form.greeting}
        problem={problems.greeting}
        hint={`${empty} {name} is the requester.${form.greeting.trim() === '' ? '' : many}`}
        onChange={(greeting) => onChange({ greeting })}
      />
      <TextField
        label="Closing"
        optional
        placeholder="Kind regards,"
        value={form.closing}
        problem={problems.closing}
        hint={`${empty}${form.closing.trim() === '' ? '' : many}`}
        onChange={(closing) => onChange({ closing })}
      />
      <TextField
        label="Signature"
        optional
        placeholder={'{agent}\nNorthwind Support'}
        rows={3}
        value={form.signature}
        problem={problems.signature}
        hint="Empty: the agent’s name, {agent}."
        onChange={(signature) => onChange({ signature })}
      />
    </div>
  );
}
