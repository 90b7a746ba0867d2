import { useState, type ReactNode } from 'react';
import type { Settings } from '../../utils/domain/settings.ts';
import { Icon } from '../shared/icon.tsx';
import { Logo } from '../shared/logo.tsx';
import { Segmented } from '../shared/segmented.tsx';

const sections = [
  { id: 'backend', name: 'Backend', icon: 'plug' },
  { id: 'helpdesks', name: 'Helpdesks', icon: 'window' },
  { id: 'drafting', name: 'Drafting', icon: 'layers' },
  { id: 'spending', name: 'Spending', icon: 'clock' },
  { id: 'knowledge', name: 'Knowledge', icon: 'book' },
  { id: 'embedding', name: 'Search by meaning', icon: 'search' },
  { id: 'look-ups', name: 'Live look-ups', icon: 'refresh' },
  { id: 'voice', name: 'Voice', icon: 'message' },
  { id: 'glossary', name: 'Glossary', icon: 'globe' },
  { id: 'triage', name: 'Intents', icon: 'flag' },
  { id: 'case-note', name: 'Case note', icon: 'file' },
  { id: 'privacy', name: 'Privacy', icon: 'eye-shield' },
  { id: 'keys', name: 'Keys', icon: 'keyboard' },
] as const;

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

export type OptionsNavProps = { readonly theme: Settings['theme']; readonly onTheme: (theme: Settings['theme']) => void };

/** The sections, and the theme of all Deskside pages. */
export function OptionsNav({ theme, onTheme }: OptionsNavProps): ReactNode {
  const [current, setCurrent] = useState<string>('backend');
  return (
    <nav className="options-nav" aria-label="Options">
      <Logo />
      {sections.map(({ id, name, icon }) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'true' : undefined} onClick={() => setCurrent(id)}>
          <Icon name={icon} />
          {name}
        </a>
      ))}
      <Segmented label="Theme" size="sm" value={theme} options={themes} onChange={onTheme} />
    </nav>
  );
}
