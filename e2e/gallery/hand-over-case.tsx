import { useState, type ReactNode } from 'react';
import { CaseNoteCard } from '../../components/panel/case-note-card.tsx';
import { HandedOverState } from '../../components/panel/handed-over-state.tsx';
import { RiskNotice } from '../../components/panel/risk-notice.tsx';
import { ThreadSummaryLine } from '../../components/panel/thread-summary.tsx';
import { defaultSettings } from '../../utils/domain/settings.ts';
import { ticketSchema, type Ticket } from '../../utils/domain/ticket.ts';
import type { CaseField, Triage } from '../../utils/domain/triage.ts';
import { fillCaseNote } from '../../utils/drafting/case-note/fill-case-note.ts';
import { findRisks } from '../../utils/drafting/risk/find-risks.ts';
import { summarizeThread } from '../../utils/drafting/summary/summarize-thread.ts';
import '../../components/panel/panel.css';

const annegret = { id: 'annegret', name: 'Dr. Annegret Schönfelder-Brandt' };
const ana = { id: 'ana', name: 'Ana Ruiz' };
const toTicket = (subject: string, ...texts: readonly (readonly [who: 'requester' | 'agent', text: string])[]): Ticket =>
  ticketSchema.parse({
    host: 'desk.northwind.example',
    helpdesk: 'request-tracker',
    id: '4833',
    url: 'https://desk.northwind.example/Ticket/Display.html?id=4833',
    subject,
    requester: annegret,
    agent: ana,
    messages: texts.map(([role, text], index) => ({
      id: String(index + 1),
      author: role === 'agent' ? ana : annegret,
      role,
      visibility: 'public',
      at: '2026-11-20T14:02:00.000Z',
      text,
    })),
  });

const german = toTicket(
  'Kündigung und Meldung an die Datenschutzaufsichtsbehörde',
  [
    'requester',
    'Guten Tag,\n\nseit dem 16. November sehen wir Rechnungen eines fremden Unternehmens in unserem Konto. Bitte klären Sie das umgehend.',
  ],
  ['agent', 'Guten Tag,\n\nich habe Ihre Meldung an unser Team weitergegeben. Welche Rechnungen sind es?'],
  [
    'requester',
    'Das ist nicht hinnehmbar. Inzwischen habe ich meine Rechtsanwältin eingeschaltet und werde den Vorfall der Datenschutzaufsichtsbehörde melden. Hiermit kündigen wir unser Abonnement zum Monatsende. Bitte bestätigen Sie mir die Kündigung schriftlich und schildern Sie, was geschehen ist.',
  ],
);
const english = toTicket('Charged twice <img src=x onerror=alert(1)>', [
  'requester',
  'My order NW-20261101 over EUR 49.00 was charged twice on the Team plan. Please refund the second payment. If this happens again we are switching to a competitor.',
]);
const triage: Triage = {
  intent: { label: 'complaint', probability: 0.7 },
  isOutOfScope: false,
  urgency: 'urgent',
  sentiment: 'negative',
  tags: ['legal', 'privacy-incident', 'urgent'],
  by: 'rules',
};
const fields: readonly CaseField[] = [
  { name: 'goal', kind: 'text', about: 'What the requester wants to reach', isRequired: true },
  { name: 'priority', kind: 'choice', about: 'P1 is a standstill', isRequired: true, choices: ['P1', 'P2', 'P3'] },
  { name: 'product', kind: 'choice', about: 'Plan', isRequired: false, choices: ['Team', 'Business', 'Enterprise'] },
  { name: 'order_number', kind: 'text', about: '', isRequired: false, maxLength: 40 },
  { name: 'amount', kind: 'number', about: 'In euros', isRequired: false },
  { name: 'serial_number', kind: 'text', about: 'On the back of the device', isRequired: true, maxLength: 20 },
  { name: 'due_on', kind: 'date', about: 'Promised until', isRequired: true },
  { name: 'angry', kind: 'yes-no', about: '', isRequired: false },
];

const risksOf = (ticket: Ticket): ReturnType<typeof findRisks> => findRisks(ticket, defaultSettings.escalation);

function Shown({ name }: { readonly name: string }): ReactNode {
  const [copied, setCopied] = useState('');
  const summary = summarizeThread(german, 'de');
  switch (name) {
    case 'state':
      return (
        <HandedOverState
          outcome={{ kind: 'handed-over', risks: risksOf(german), summary, triage, language: 'de' }}
          ticket={german}
        />
      );
    case 'summary':
      return <ThreadSummaryLine summary={summary} />;
    case 'notice':
      return <RiskNotice risks={risksOf(english)} />;
    default:
      return (
        <>
          <CaseNoteCard
            note={fillCaseNote(english, summarizeThread(english, 'en'), triage, fields)}
            fields={fields}
            onCopy={setCopied}
          />
          {copied === '' ? null : <pre className="wrap">{copied}</pre>}
        </>
      );
  }
}

/** One part of the panel for a ticket that a person has to take, in the panel's own column. */
export default function HandOverCase({ name }: { readonly name: string }): ReactNode {
  return (
    <main>
      <h1 className="visually-hidden">Panel</h1>
      <div className="panel">
        <h2 className="visually-hidden">Ticket</h2>
        <div className="panel-scroll">
          <Shown name={name} />
        </div>
      </div>
    </main>
  );
}
