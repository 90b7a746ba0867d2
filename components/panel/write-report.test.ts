import { expect, it } from 'vitest';
import { writeReport } from './write-report.ts';

it('says what is missing and where it was looked for', () => {
  const failure = {
    kind: 'ticket-unreadable',
    helpdesk: 'Zendesk',
    missing: 'the subject',
    tried: ['subject: .a (source): 0 found'],
  } as const;
  expect(writeReport({ ...failure, tried: [...failure.tried] }, '1.2.3')).toBe(
    'Deskside 1.2.3 could not read a ticket in Zendesk.\nMissing: the subject.\nLooked for in vain:\n- subject: .a (source): 0 found',
  );
});
