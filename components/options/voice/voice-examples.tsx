import type { ReactNode } from 'react';
import { Button } from '../../shared/button.tsx';
import { TextField } from '../text-field.tsx';
import { MAX_EXAMPLES, type VoiceFormValue, type VoiceProblems } from './voice-form-value.ts';

export type VoiceExamplesProps = {
  readonly form: VoiceFormValue;
  readonly problems: VoiceProblems;
  readonly onChange: (change: Partial<VoiceFormValue>) => void;
};

/** Replies of the team's own, each beside the ticket that it answered. */
export function VoiceExamples({ form: { examples }, problems, onChange }: VoiceExamplesProps): ReactNode {
  const change = (at: number, part: Partial<VoiceFormValue['examples'][number]>): void =>
    onChange({ examples: examples.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <div className="voice-examples">
      <div>
        <h3>Replies to learn from</h3>
        <p className="field-hint">
          A model reads them with each draft and takes over how they sound, never what they say. Leave out names and numbers: they
          go to the model’s server with the draft. The embedded drafter does without them.
        </p>
      </div>
      {examples.map(({ ticket, reply }, index) => (
        <fieldset key={index} className="voice-example">
          <legend>Pair {index + 1}</legend>
          <div className="fields-2">
            <TextField
              label="What the requester wrote"
              rows={4}
              value={ticket}
              onChange={(text) => change(index, { ticket: text })}
            />
            <TextField label="Your reply" rows={4} value={reply} onChange={(text) => change(index, { reply: text })} />
          </div>
          <Button
            size="sm"
            variant="danger"
            aria-label={`Remove pair ${index + 1}`}
            onClick={() => onChange({ examples: examples.filter((_, at) => at !== index) })}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      {problems.examples ? (
        <p className="field-problem" role="alert">
          {problems.examples}
        </p>
      ) : null}
      <p>
        <Button
          variant="outline"
          size="sm"
          icon="plus"
          disabledReason={examples.length >= MAX_EXAMPLES ? `${MAX_EXAMPLES} replies are the most; remove one first.` : ''}
          onClick={() => onChange({ examples: [...examples, { ticket: '', reply: '' }] })}
        >
          Add a reply
        </Button>
      </p>
    </div>
  );
}
