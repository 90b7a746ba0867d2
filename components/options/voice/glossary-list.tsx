import { useState, type ReactNode } from 'react';
import { Button } from '../../shared/button.tsx';
import { LinkButton } from '../../shared/link-button.tsx';
import { TextField } from '../text-field.tsx';
import type { Glossary, GlossaryEntry } from './glossary-text.ts';
import { nameLanguage } from './language-names.ts';

/** More terms than these are looked for rather than read. */
const MANY = 12;

export type GlossaryListProps = {
  readonly glossary: Glossary;
  readonly onChange: (entry: GlossaryEntry) => void;
  readonly onRemove: (entry: GlossaryEntry) => void;
};

/** Every term with what it becomes; from a dozen on with a field to find one. */
export function GlossaryList({ glossary, onChange, onRemove }: GlossaryListProps): ReactNode {
  const [wanted, setWanted] = useState('');
  const [all, setAll] = useState(false);
  const found = glossary.filter((entry) =>
    [entry.term, ...Object.values(entry.translations)].some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase())),
  );
  const shown = all ? found : found.slice(0, MANY);
  return (
    <div className="glossary-list">
      {glossary.length > MANY ? (
        <TextField label={`Find among ${glossary.length} terms`} value={wanted} onChange={setWanted} />
      ) : null}
      {found.length === 0 ? <p className="second">No term holds “{wanted.trim()}”.</p> : null}
      <ul>
        {shown.map((entry) => (
          <li key={entry.term}>
            <p>
              <b translate="no">{entry.term}</b>
              <span>{describe(entry)}</span>
            </p>
            <span className="row">
              <Button size="sm" aria-label={`Change ${entry.term}`} onClick={() => onChange(entry)}>
                Change
              </Button>
              <Button size="sm" variant="danger" aria-label={`Remove ${entry.term}`} onClick={() => onRemove(entry)}>
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {found.length > shown.length ? <LinkButton onClick={() => setAll(true)}>Show all {found.length} terms</LinkButton> : null}
    </div>
  );
}

function describe({ translations }: GlossaryEntry): string {
  const pairs = Object.entries(translations);
  if (pairs.length === 0) return 'never translated';
  return pairs.map(([language, text]) => `${nameLanguage(language)}: ${text}`).join(' · ');
}
