import { describe, expect, it } from 'vitest';
import rt from '../../../e2e/request-tracker/seed-northwind.json' with { type: 'json' };
import demo from '../../../scripts/demo-helpdesk/northwind.json' with { type: 'json' };
import type { ThreadSummary } from '../../domain/triage.ts';
import { toTicket } from '../test-support.ts';
import { isCommitment } from './commitments.ts';
import { summarizeThread } from './summarize-thread.ts';
import { countWords, trimWords } from './trim-words.ts';

const partsOf = ({ goal, blocks, promised, next }: ThreadSummary): string[] => [goal, blocks, ...promised, next];
const toPlain = (html: string): string =>
  html
    .replaceAll(/<\/(?:p|li|h\d)>|<br\s*\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const tickets = [
  ...demo.tickets.map(({ subject, messages }) =>
    toTicket(
      subject,
      ...messages.map((one) => [whoIs(one.author, 'visibility' in one && one.visibility === 'internal'), one.text] as const),
    ),
  ),
  ...rt.tickets.map(({ subject, messages }) =>
    toTicket(subject, ...messages.map((one) => [whoIs(one.author, one.type === 'comment'), toPlain(one.body ?? '')] as const)),
  ),
];

function whoIs(author: string, isInternal: boolean): 'requester' | 'agent' | 'note' {
  if (isInternal) return 'note';
  return author.startsWith('agent') ? 'agent' : 'requester';
}

describe.each(tickets.map((ticket) => [ticket.subject, ticket] as const))('%s', (_, ticket) => {
  const summary = summarizeThread(ticket, 'en');

  it('fits in 60 words', () => {
    expect(partsOf(summary).reduce((sum, part) => sum + countWords(part), 0)).toBeLessThanOrEqual(60);
  });

  it('says nothing that the public thread does not say, apart from who is to act', () => {
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
    const said = flat(
      [ticket.subject, ...ticket.messages.filter((one) => one.visibility === 'public').map((one) => one.text)].join('\n'),
    );
    for (const part of partsOf(summary)) {
      const words = part.replace(/^(?:Ana Ruiz|Maria Keller)(?: → Maria Keller)?(?:: |$)/, '').replace(/…$/, '');
      expect(said).toContain(flat(words));
    }
  });
});

describe('what is told', () => {
  const ticket = toTicket(
    'Export',
    ['requester', 'Hello,\n\nthe export stops with an error. Can you send me the October file by mail instead?\n\nMaria Keller'],
    [
      'agent',
      'Hi Maria,\n\nthanks for writing. I have asked our engineers to look at it. I will send you the file by Friday.\n\nAna',
    ],
  );

  it('is the goal, what blocks it, what was promised, and who acts next on it', () => {
    expect(summarizeThread(ticket, 'en')).toEqual({
      goal: 'Can you send me the October file by mail instead?',
      blocks: 'the export stops with an error.',
      promised: ['I have asked our engineers to look at it.', 'I will send you the file by Friday.'],
      next: 'Ana Ruiz: I will send you the file by Friday.',
      language: 'en',
      by: 'rules',
    });
  });

  it('keeps the first question as the goal while the agent only asked back, and gives the newest to the agent', () => {
    const asked = toTicket(
      'Charged twice',
      ['requester', 'Can you check and send one payment back?'],
      ['agent', 'Is the second line pending?'],
      ['requester', 'Both are booked. When will I have the money back?'],
    );
    expect(summarizeThread(asked, 'en')).toMatchObject({
      goal: 'Can you check and send one payment back?',
      next: 'Ana Ruiz → Maria Keller: When will I have the money back?',
    });
  });

  it('waits for the requester when the agent asked', () => {
    const waiting = toTicket('Sync', ['requester', 'The sync fails.'], ['agent', 'Which endpoint do you call?']);
    expect(summarizeThread(waiting, 'en').next).toBe('Maria Keller: Which endpoint do you call?');
  });

  it('has nothing to do next when the requester only thanks', () => {
    const over = toTicket(
      'Sync',
      ['requester', 'The sync fails.'],
      ['agent', 'Press Re-enable.'],
      ['requester', 'Thanks a lot!'],
    );
    expect(summarizeThread(over, 'en')).toMatchObject({ blocks: '', next: '' });
  });

  it('takes no word from an internal note', () => {
    const noted = toTicket('Sync', ['requester', 'The sync fails.'], ['note', 'I will escalate to Ingrid. Do we know why?']);
    expect(JSON.stringify(summarizeThread(noted, 'en'))).not.toContain('Ingrid');
  });

  it('is empty for an empty ticket', () => {
    expect(partsOf(summarizeThread(toTicket('(no subject)'), 'en'))).toEqual(['', '', '']);
  });
});

describe('a promise', () => {
  it.each([
    'I will get back to you tomorrow.',
    'We have escalated this to our engineers.',
    'Ich habe Ihre Anfrage an unser Abrechnungsteam weitergegeben.',
    'Wir melden uns bis Freitag bei Ihnen.',
    'Le enviaremos la factura mañana.',
    'Je vérifie vos droits et je reviens vers vous.',
    'Ho inoltrato la richiesta al team.',
    'Vou verificar e volto a contactar.',
    'We zullen het controleren en u bericht sturen.',
  ])('is: %s', (sentence) => expect(isCommitment(sentence)).toBe(true));

  it.each([
    'Unfortunately we will not refund this.',
    'I will be happy to help with anything else.',
    'You will find the button in Settings.',
    'Leider werden wir das nicht erstatten.',
    'Will you send the headers?',
  ])('is not: %s', (sentence) => expect(isCommitment(sentence)).toBe(false));
});

describe('words left out', () => {
  it('are told by an ellipsis, whole words only', () => {
    expect(trimWords('one two three, four', 3)).toBe('one two three…');
    expect(trimWords('one two', 3)).toBe('one two');
  });

  it('are counted in characters where a script has no spaces', () => {
    expect(trimWords('請'.repeat(500), 10)).toHaveLength(141);
  });
});

it('without anybody known to answer, what is next is what is still asked, and no arrow to nobody', () => {
  const { agent: _unknown, ...ticket } = toTicket('Reset link', ['requester', 'How long is a password reset link valid?']);
  expect(summarizeThread(ticket, 'en').next).toBe('');
});
