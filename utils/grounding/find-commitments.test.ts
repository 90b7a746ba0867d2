import { expect, it } from 'vitest';
import { findCommitments } from './find-commitments.ts';

it.each([
  ['We refund you.', 'Wir erstatten den Betrag.'],
  ['Take 20% off.', 'Sie erhalten einen Rabatt.'],
  ['Shipping is free.', 'El envío es gratis.'],
  ['This is guaranteed.', 'C’est garanti.'],
])('"%s" and "%s" give the same away', (one, other) => {
  expect(findCommitments(one)).toEqual(findCommitments(other));
  expect(findCommitments(one)).toHaveLength(1);
});

it.each(['Switch it off in the office.', 'Bonjour, freedom of choice.', 'The link is valid for 60 minutes.'])(
  '"%s" gives nothing away',
  (text) => expect(findCommitments(text)).toEqual([]),
);
