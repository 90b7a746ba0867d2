import { useState, type ReactNode } from 'react';
import { GlossaryEditor } from '../../components/options/voice/glossary-editor.tsx';
import type { Glossary } from '../../components/options/voice/glossary-text.ts';
import { previewSamples, type PreviewTicket } from '../../components/options/voice/preview-samples.ts';
import { VoiceSection } from '../../components/options/voice/voice-section.tsx';
import type { VoiceActions, VoiceValue } from '../../components/options/voice/voice-value.ts';
import { ticketIdSchema } from '../../utils/domain/ticket.ts';
import { defaultVoiceProfile, voiceIdSchema, voiceSchema, type Voice, type VoiceProfile } from '../../utils/domain/voice.ts';
import '../../components/options/options.css';
import '../../components/options/backend/backend-section.css';

const toVersions = (...profiles: readonly (Partial<VoiceProfile> & { readonly sameAs?: number })[]): Voice['versions'] =>
  profiles.map(({ sameAs, ...profile }, index) => ({
    number: index + 1,
    at: `2026-1${index < 3 ? 0 : 1}-0${index + 1}T09:30:00.000Z`,
    profile: { ...defaultVoiceProfile, ...profile },
    ...(sameAs === undefined ? {} : { sameAs }),
  }));
const rules = ['Never promise a discount.', 'Call our product Northwind Cloud, never NWC.'];
const standard = { warmth: 0.5, houseRules: rules, forbiddenWords: ['unfortunately', 'guarantee'] };
const voices: readonly Voice[] = [
  {
    id: 'default',
    name: 'Standard',
    queues: [],
    languages: [],
    versions: toVersions(
      { warmth: 1 },
      { ...standard, warmth: 1 },
      standard,
      { ...standard, address: 'formal' },
      { ...standard, sameAs: 3 },
    ),
  },
  {
    id: 'billing',
    name: 'Billing',
    queues: ['Billing', 'Rechnungen und Zahlungsverkehr'],
    languages: ['de'],
    versions: toVersions({ address: 'formal', warmth: 0, signature: '{agent}\nNorthwind Buchhaltung' }),
  },
  {
    id: 'developers',
    name: 'Developers',
    queues: ['Technical'],
    languages: [],
    versions: toVersions({ order: 'numbered-steps', length: 'short', address: 'first-name' }),
  },
  { id: 'partners', name: 'Partners', queues: ['Technical'], languages: [], versions: toVersions({ warmth: 1 }) },
].map((voice) => voiceSchema.parse(voice));

const [sample] = previewSamples;
const previewTicket: PreviewTicket | undefined = sample && {
  ...sample,
  ticket: { ...sample.ticket, id: ticketIdSchema.parse('1042') },
};

const refused = async (): Promise<{ ok: false; error: string }> => ({
  ok: false,
  error: 'The browser’s storage is full. Delete drafts and outcomes under Privacy, then save again.',
});

function Section({ value, works = true }: { readonly value: VoiceValue; readonly works?: boolean }): ReactNode {
  const [now, setNow] = useState(value.voices);
  const add = async (id: string, profile: VoiceProfile, name = 'Standard') => {
    const known = now.find((voice) => voice.id === id);
    const versions = [
      ...(known?.versions ?? []),
      { number: (known?.versions.length ?? 0) + 1, at: '2026-11-21T13:20:00.000Z', profile },
    ];
    const voice: Voice = known
      ? { ...known, versions }
      : { id: voiceIdSchema.parse(id), name, queues: [], languages: [], versions };
    setNow([...now.filter((one) => one.id !== id), voice]);
    return { ok: true, value: voice } as const;
  };
  const actions: VoiceActions = {
    onAdd: async (name, profile) =>
      name.trim() === '' ? { ok: false, error: 'Give the voice a name.' } : add(name, profile, name),
    onSave: works ? add : refused,
    onRollBack: (id, number) =>
      add(id, now.find((voice) => voice.id === id)?.versions[number - 1]?.profile ?? defaultVoiceProfile),
    onAssign: refused,
    onRemove: async (id) => {
      setNow(now.filter((voice) => voice.id !== id));
      return { ok: true, value: undefined };
    },
    onExport: async () => ({ ok: true, value: undefined }),
    onImport: refused,
  };
  return (
    <main className="options-main" style={{ maxInlineSize: 760, marginInline: 'auto', padding: 16 }}>
      <h1 className="visually-hidden">Options</h1>
      <VoiceSection value={{ ...value, voices: now }} actions={actions} />
    </main>
  );
}

const terms: Glossary = [
  { term: 'Northwind Cloud', translations: {} },
  { term: 'SAML SSO', translations: {} },
  { term: 'seat', translations: { de: 'Lizenzplatz', fr: 'licence', es: 'puesto' } },
  { term: 'workspace', translations: { de: 'Arbeitsbereich', fr: 'espace de travail' } },
];
const manyTerms: Glossary = [
  ...terms,
  ...Array.from({ length: 40 }, (_, index) => ({ term: `NW-${1000 + index}`, translations: {} })),
];

function GlossarySection({ glossary }: { readonly glossary: Glossary }): ReactNode {
  const [now, setNow] = useState(glossary);
  return (
    <main className="options-main" style={{ maxInlineSize: 760, marginInline: 'auto', padding: 16 }}>
      <h1 className="visually-hidden">Options</h1>
      <GlossaryEditor glossary={now} onChange={setNow} />
    </main>
  );
}

/** The sections "Voice" and "Glossary" of Options in every state, by name; what is pressed stands in `act-on-voice.ts`. */
export const voiceCases: Record<string, () => ReactNode> = {
  'options-voice-first': () => <Section value={{ voices: [], knownQueues: [] }} />,
  'options-voice-many': () => <Section value={{ voices, knownQueues: ['Billing', 'Support'], previewTicket }} />,
  'options-voice-assigned': () => <Section value={{ voices, knownQueues: ['Billing', 'Support'] }} />,
  'options-voice-changed': () => <Section value={{ voices, knownQueues: [] }} />,
  'options-voice-saved': () => <Section value={{ voices, knownQueues: [] }} />,
  'options-voice-refused': () => <Section value={{ voices, knownQueues: [] }} works={false} />,
  'options-voice-problems': () => <Section value={{ voices, knownQueues: [] }} />,
  'options-glossary-empty': () => <GlossarySection glossary={[]} />,
  'options-glossary-some': () => <GlossarySection glossary={terms} />,
  'options-glossary-many': () => <GlossarySection glossary={manyTerms} />,
  'options-glossary-pasted': () => <GlossarySection glossary={terms} />,
};
