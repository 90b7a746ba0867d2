import { useId, useState, type ReactNode } from 'react';
import type { Voice, VoiceId } from '../../../utils/domain/voice.ts';
import { Button } from '../../shared/button.tsx';
import { TextField } from '../text-field.tsx';
import { nameLanguage, parseLanguages } from './language-names.ts';
import type { VoiceActions } from './voice-value.ts';

export type VoiceServesProps = {
  readonly voice: Voice;
  readonly knownQueues: readonly string[];
  readonly onAssign: VoiceActions['onAssign'];
  readonly onRemove: (id: VoiceId) => Promise<string>;
};

/** Name, queues and languages of a voice, and its end. */
export function VoiceServes({ voice, knownQueues, onAssign, onRemove }: VoiceServesProps): ReactNode {
  const headingId = useId();
  const [name, setName] = useState(voice.name);
  const [queues, setQueues] = useState(voice.queues.join(', '));
  const [languages, setLanguages] = useState(voice.languages.map(nameLanguage).join(', '));
  const [said, setSaid] = useState({ problem: '', done: '' });
  const [asking, setAsking] = useState(false);
  const parsed = parseLanguages(languages);
  const unknown = parsed.unknown[0];
  const wanted = { name: name.trim(), queues: toQueues(queues), languages: parsed.codes };
  const changed =
    JSON.stringify(wanted) !== JSON.stringify({ name: voice.name, queues: voice.queues, languages: voice.languages });
  const save = async (): Promise<void> => {
    const saved = await onAssign(voice.id, wanted);
    setSaid(saved.ok ? { problem: '', done: 'Saved. The next draft goes by it.' } : { problem: saved.error, done: '' });
  };
  const others = knownQueues.filter((queue) => !wanted.queues.some((one) => one.toLowerCase() === queue.toLowerCase()));
  return (
    <form
      className="voice-serves"
      aria-labelledby={headingId}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && unknown === undefined) void save();
      }}
    >
      <h3 id={headingId}>Tickets it serves</h3>
      <div className="voice-serves-fields">
        <TextField label="Name" value={name} problem={said.problem === '' ? undefined : said.problem} onChange={setName} />
        <TextField
          label="Queues"
          optional
          value={queues}
          placeholder="Billing, Sales"
          hint={
            others.length > 0
              ? `As your helpdesk calls them, divided by commas. Seen: ${others.slice(0, 6).join(', ')}.`
              : 'As your helpdesk calls them, divided by commas.'
          }
          onChange={setQueues}
        />
        <TextField
          label="Languages"
          optional
          value={languages}
          placeholder="German, French"
          problem={
            unknown === undefined ? undefined : `“${unknown}” is no language we know. Use its English name or code: German or de.`
          }
          hint="Of the reply, divided by commas. Queue and language together come before one of them."
          onChange={setLanguages}
        />
      </div>
      <p className="voice-bar">
        <Button
          variant="outline"
          size="sm"
          type="submit"
          disabledReason={unknown === undefined ? (changed ? '' : 'Nothing has changed.') : 'Correct the languages first.'}
        >
          Save tickets and name
        </Button>
        {asking ? (
          <>
            <Button size="sm" autoFocus onClick={() => setAsking(false)}>
              Keep
            </Button>
            <Button
              size="sm"
              variant="danger"
              onClick={() => void onRemove(voice.id).then((problem) => setSaid({ problem, done: '' }))}
            >
              Remove with all {voice.versions.length === 1 ? 'it has' : `${voice.versions.length} versions`}
            </Button>
          </>
        ) : (
          <Button size="sm" variant="danger" onClick={() => setAsking(true)}>
            Remove voice…
          </Button>
        )}
        <span className="voice-said" role="status">
          {changed ? '' : said.done}
        </span>
      </p>
    </form>
  );
}

/** As typed; of two that differ in case only, the first. */
function toQueues(typed: string): string[] {
  const queues = typed.split(/[,;\n]/).map((one) => one.trim());
  return queues.filter(
    (queue, at) => queue !== '' && queues.findIndex((other) => other.toLowerCase() === queue.toLowerCase()) === at,
  );
}
