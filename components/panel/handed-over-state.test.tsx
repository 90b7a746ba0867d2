import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../utils/domain/settings.ts';
import { caseFieldSchema, type Triage } from '../../utils/domain/triage.ts';
import { checkCaseNote } from '../../utils/drafting/case-note/check-case-note.ts';
import { findRisks } from '../../utils/drafting/risk/find-risks.ts';
import { summarizeThread } from '../../utils/drafting/summary/summarize-thread.ts';
import { toTicket } from '../../utils/drafting/test-support.ts';
import { CaseNoteCard } from './case-note-card.tsx';
import { HandedOverState } from './handed-over-state.tsx';
import { RiskNotice } from './risk-notice.tsx';
import { ThreadSummaryLine } from './thread-summary.tsx';

const ticket = toTicket('Charged', [
  'requester',
  'You charged me twice <img src=x onerror=alert(1)>. Please refund the second payment. We will see you in court.',
]);
const triage: Triage = { isOutOfScope: false, urgency: 'urgent', sentiment: 'negative', tags: ['legal'], by: 'rules' };
const risks = findRisks(ticket, defaultSettings.escalation);
const summary = summarizeThread(ticket, 'en');
const toWords = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

it('a handed-over ticket says why, in whose words, and what is known; markup in a ticket stays text', () => {
  const html = renderToStaticMarkup(
    <HandedOverState outcome={{ kind: 'handed-over', risks, summary, triage, language: 'en' }} ticket={ticket} />,
  );
  expect(toWords(html)).toContain(
    'This needs a person The ticket threatens legal action. Deskside does not draft a reply to this.',
  );
  expect(html).toContain('<mark>see you in court</mark>');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(toWords(html)).toContain('Goal Please refund the second payment.');
});

it('the notice beside a draft names what a person decides, with the words that show it', () => {
  const html = toWords(renderToStaticMarkup(<RiskNotice risks={risks.filter(({ level }) => level === 'warn')} />));
  expect(html).toContain('A person decides refunds');
  expect(html).toContain('“Please refund”');
});

it('the summary line is not there for a thread that says nothing', () => {
  expect(renderToStaticMarkup(<ThreadSummaryLine summary={{ ...summary, goal: '', blocks: '', next: '' }} />)).toBe('');
});

it('the case note names the field that does not fit, at its input', () => {
  const fields = [
    caseFieldSchema.parse({ name: 'due_on', kind: 'date', about: '', isRequired: true }),
    caseFieldSchema.parse({ name: 'goal', kind: 'text', about: '', isRequired: true, maxLength: 40 }),
  ];
  const note = checkCaseNote({ due_on: 'soon', goal: 'Refund' }, fields);
  const html = renderToStaticMarkup(<CaseNoteCard note={note} fields={fields} onCopy={() => undefined} />);
  expect(html).toMatch(/<input[^>]*aria-invalid="true"[^>]*aria-describedby="([^"]+)"[^>]*>.*id="\1"/s);
  expect(toWords(html)).toMatch(/Due on Write the date as year-month-day, such as 2026-11-04\..* 1 of 2 fields need you\./);
  expect(html).toContain('value="Refund"');
});
