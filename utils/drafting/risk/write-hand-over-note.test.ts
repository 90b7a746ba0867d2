import { expect, it } from 'vitest';
import { defaultSettings } from '../../domain/settings.ts';
import type { Triage } from '../../domain/triage.ts';
import { summarizeThread } from '../summary/summarize-thread.ts';
import { countWords } from '../summary/trim-words.ts';
import { toTicket } from '../test-support.ts';
import { findRisks } from './find-risks.ts';
import { writeHandOverNote } from './write-hand-over-note.ts';

const triage: Triage = { isOutOfScope: false, urgency: 'urgent', sentiment: 'negative', tags: ['legal', 'urgent'], by: 'rules' };

it('says why, what was written, goal, promises, next and tags, in lines', () => {
  const ticket = toTicket(
    'Charged twice',
    ['requester', 'I was charged twice and nobody answers. Please refund the second payment. We will see\nyou in court.'],
    ['agent', 'I will check your account. Which invoice is it?'],
    ['requester', 'The one of May!'],
  );
  const risks = findRisks(ticket, defaultSettings.escalation);
  expect(writeHandOverNote({ risks, summary: summarizeThread(ticket, 'en'), triage }, ticket)).toBe(
    [
      'For a person: The ticket threatens legal action.',
      'Maria Keller wrote: “see you in court” “Please refund”',
      'Goal: Please refund the second payment.',
      'Blocks: I was charged twice and nobody answers.',
      'Promised: I will check your account.',
      'Next: Ana Ruiz → Maria Keller',
      'Tags: legal, urgent',
    ].join('\n'),
  );
});

it('keeps to 120 words whatever a model put into the summary', () => {
  const ticket = toTicket('', ['requester', 'We will see you in court.']);
  const long = 'word '.repeat(400);
  const summary = { goal: long, blocks: long, promised: [long], next: long, language: 'en', by: 'model' as const };
  const note = writeHandOverNote({ risks: findRisks(ticket, defaultSettings.escalation), summary, triage }, ticket);
  expect(countWords(note)).toBeLessThanOrEqual(120);
});
