import { expect, it } from 'vitest';
import { composeReply } from './compose-reply.ts';
import { toPassages, toTicket } from './test-support.ts';

const refunds = [
  'Refunds',
  'Open Billing and press Ask for a refund. Refunds arrive within 10 business days.\n\nAn annual plan is refunded within 30 days of purchase. Owners see all invoices.',
] as const;
const links = ['Reset links', 'A reset link is valid for 60 minutes and works once.'] as const;

function findUnanswered(...questions: readonly string[]): readonly string[] {
  const ticket = toTicket('', ['requester', questions.join(' ')]);
  return composeReply({ ticket, questions, language: 'en', passages: toPassages(refunds, links), agentName: '' }).unanswered;
}

it.each([
  ['is said in the question’s own words', 'How long is the reset link valid?'],
  ['is a time, and the question leans on the one before', 'How long does it take?'],
])('a question whose answer %s is not listed', (_, question) => {
  expect(findUnanswered('How do I ask for a refund?', question)).toEqual([]);
});

it.each([
  ['is about something else', 'Do you ship to Norway?'],
  ['asks when something else is', 'When does the concert in Oslo start?'],
  ['asks something that only a person can do', 'I want to talk to a manager.'],
])('a question that %s is listed', (_, question) => {
  expect(findUnanswered('How do I ask for a refund?', question)).toEqual([question]);
});

it('a clause that nothing answers is listed without the clause that is answered', () => {
  expect(findUnanswered('How do I ask for a refund, and do you ship to Norway?')).toEqual(['do you ship to Norway?']);
});

it('a condition alone is no question', () => {
  expect(findUnanswered('If the concert in Oslo is cancelled, do I get a refund?')).toEqual([]);
});

it('a time answers nothing when none is said', () => {
  const ticket = toTicket('', ['requester', 'x']);
  const passages = toPassages(['Invoices', 'Owners see all invoices. They find them under Billing.']);
  const questions = ['Who sees invoices?', 'How long does it take?'];
  expect(composeReply({ ticket, questions, language: 'en', passages, agentName: '' }).unanswered).toEqual([questions[1]]);
});
