import { expect, it } from 'vitest';
import { addToReply } from './knowledge-reply.ts';

it('a passage goes before the closing', () => {
  expect(addToReply('Hi Tom,\n\nYou can.\n\nBest,\nAna', 'A link is valid for 7 days.')).toBe(
    'Hi Tom,\n\nYou can.\n\nA link is valid for 7 days.\n\nBest,\nAna',
  );
});

it('without a closing it goes to the end', () => {
  expect(addToReply('Hi Tom,\n\nYou can do that.', 'It works.')).toBe('Hi Tom,\n\nYou can do that.\n\nIt works.');
});

it('an empty reply is the passage', () => {
  expect(addToReply(' \n', 'It works.\n')).toBe('It works.');
});

it('nothing that stood there is lost', () => {
  const reply = 'Hi,\n\nOne.\n\nTwo, and\n\nKind regards';
  for (const paragraph of reply.split('\n\n')) expect(addToReply(reply, 'New.')).toContain(paragraph);
});
