import type { ReactNode } from 'react';
import { TextField } from '../text-field.tsx';
import type { VoiceFormValue, VoiceProblems } from './voice-form-value.ts';

export type VoiceWordsProps = {
  readonly form: VoiceFormValue;
  readonly problems: VoiceProblems;
  readonly onChange: (change: Partial<VoiceFormValue>) => void;
};

/** What a reply keeps to, whatever the ticket says. */
export function VoiceWords({ form, problems, onChange }: VoiceWordsProps): ReactNode {
  return (
    <div className="fields-2">
      <TextField
        label="House rules"
        optional
        rows={5}
        placeholder={'Never promise a discount.\nCall our product Northwind Cloud, never NWC.'}
        value={form.houseRules}
        problem={problems.houseRules}
        hint="One sentence a line. Models are told each of them; they can’t be tested like the forbidden words."
        onChange={(houseRules) => onChange({ houseRules })}
      />
      <TextField
        label="Forbidden words"
        optional
        rows={5}
        placeholder={'unfortunately\nguarantee'}
        value={form.forbiddenWords}
        problem={problems.forbiddenWords}
        hint="One word or phrase a line. Found in every usual form, “guaranteed” too, and marked in the draft."
        onChange={(forbiddenWords) => onChange({ forbiddenWords })}
      />
    </div>
  );
}
