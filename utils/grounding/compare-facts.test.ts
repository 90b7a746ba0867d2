import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../domain/draft.ts';
import { compareFacts, describeChangedFacts } from './compare-facts.ts';
import { createRandom } from './sample-knowledge.test-support.ts';

const compare = (
  before: string | readonly DraftBlock[],
  after: string | readonly DraftBlock[],
  languages = { before: 'en', after: 'en' },
  names: string[] = [],
) => {
  const { lost, added } = compareFacts(before, after, { ...languages, names });
  return { lost: lost.map(({ kind, text }) => `${kind} ${text}`), added: added.map(({ kind, text }) => `${kind} ${text}`) };
};
const none = { lost: [], added: [] };

describe('a restyle keeps the facts when it', () => {
  const before =
    'Hello Maria,\n\nYou can cancel within 30 days for EUR 12 per user and month [1]. Open Settings > Billing > Cancel plan [2].\n\nBest regards,\nAna Ruiz';
  it.each([
    [
      'turns sentences round',
      'Hello Maria,\n\nOpen Settings > Billing > Cancel plan [2]. You can cancel within 30 days for EUR 12 per user and month [1].\n\nBest regards,\nAna Ruiz',
    ],
    [
      'greets and closes in another way',
      'Dear Ms Keller,\n\nYou can cancel within 30 days for EUR 12 per user and month [1]. Open Settings > Billing > Cancel plan [2].\n\nKind regards,\nYour support team',
    ],
    [
      'writes values in another way',
      'Hi,\n\nWithin thirty days you can cancel for €12 per user per month [1]. Just go to Settings → Billing → Cancel plan [2].',
    ],
    [
      'puts all into one sentence',
      'Hi Maria,\n\ncancel within 30 days for EUR 12 per user and month in Settings > Billing > Cancel plan [1][2].',
    ],
    [
      'makes a list',
      'Hi,\n\n1. Open Settings > Billing > Cancel plan [2].\n2. Cancel within 30 days for EUR 12 a month per user [1].',
    ],
  ])('%s', (_, after) => expect(compare(before, after)).toEqual(none));
});

describe('is noticed:', () => {
  it.each([
    ['a number', 'It has 5 seats.', 'It has 6 seats.', { lost: ['value 5'], added: ['value 6'] }],
    ['a unit', 'It takes 5 days.', 'It takes 5 hours.', { lost: ['value 5 days'], added: ['value 5 hours'] }],
    ['a currency', 'It costs $5.', 'It costs €5.', { lost: ['value $5'], added: ['value €5'] }],
    ['a price’s period', 'It costs EUR 5 per month.', 'It costs EUR 5.', { lost: ['value EUR 5'], added: ['value EUR 5'] }],
    [
      'a date turned round',
      'It ends on 02/11/2026.',
      'It ends on 11/02/2026.',
      { lost: ['value 02/11/2026'], added: ['value 11/02/2026'] },
    ],
    [
      'a link left out',
      'See https://help.example/a for more.',
      'See our help for more.',
      { lost: ['link https://help.example/a'], added: [] },
    ],
    [
      'an invented address',
      'Write to us soon.',
      'Write to ana@desk.example soon.',
      { lost: [], added: ['link ana@desk.example'] },
    ],
    ['a citation', 'The link works once [1][2].', 'The link works once [1].', { lost: ['citation [2]'], added: [] }],
    ['a name', 'You can use Okta for that.', 'You can use your provider for that.', { lost: ['name Okta'], added: [] }],
    ['an invented name', 'You can use that.', 'You can use Okta for that.', { lost: [], added: ['name Okta'] }],
    [
      'a quoted term',
      'Choose “Audience mismatch” now.',
      'Choose the message now.',
      { lost: ['value “Audience mismatch”'], added: [] },
    ],
    [
      'a step of a path',
      'Open Settings > Billing > Invoices.',
      'Open Settings > Billing > Plan.',
      { lost: ['value Open Settings > Billing > Invoices'], added: ['value Open Settings > Billing > Plan'] },
    ],
    [
      'an order number',
      'Order NW-2026-118204 left.',
      'Order NW-2026-118205 left.',
      { lost: ['value NW-2026-118204'], added: ['value NW-2026-118205'] },
    ],
    [
      'up to for at least',
      'You can add up to 5 users.',
      'You can add at least 5 users.',
      { lost: ['value 5'], added: ['value 5'] },
    ],
  ])('%s', (_, before, after, expected) => expect(compare(before, after)).toEqual(expected));
});

describe('a translation', () => {
  const languages = { before: 'en', after: 'de' };
  const before =
    'You can cancel within 30 days for EUR 1,299.00 in Settings > Billing > Cancel plan, see https://help.example/a [1]. SEPA refunds take two weeks.';
  const after =
    'Sie können innerhalb von 30 Tagen für 1.299,00 € unter Einstellungen > Abrechnung > Tarif kündigen, siehe https://help.example/a [1]. SEPA-Erstattungen dauern 14 Tage.';
  it('keeps values, addresses and citations in other words', () => expect(compare(before, after, languages)).toEqual(none));
  it.each([
    ['a value', after.replace('30 Tagen', '13 Tagen'), 'value 30 days'],
    ['an address', after.replace('help.example', 'hilfe.example'), 'link https://help.example/a'],
    ['a citation', after.replace(' [1]', ''), 'citation [1]'],
    ['a step of a path', after.replace(' > Tarif kündigen', ' kündigen'), 'value Settings > Billing > Cancel plan'],
    ['a short name', after.replace('SEPA-', ''), 'name SEPA'],
  ])('that loses %s is noticed', (_, other, lost) => expect(compare(before, other, languages).lost).toEqual([lost]));
  it('may translate VAT and GDPR, and keeps listed names', () => {
    expect(compare('The VAT of Northwind is 19%.', 'Die MwSt. von Northwind beträgt 19 %.', languages, ['Northwind'])).toEqual(
      none,
    );
    expect(
      compare('The price of Northwind is 19%.', 'Der Preis von Nordwind beträgt 19 %.', languages, ['Northwind']).lost,
    ).toEqual(['name northwind']);
  });
});

it('compares checked replies by what their sentences cite', () => {
  const toReply = (source: number): DraftBlock[] => [
    {
      kind: 'paragraph',
      lines: [
        [{ text: 'The link works for 60 minutes.', language: 'en', support: 'supported', citations: [{ source, spans: [] }] }],
      ],
    },
  ];
  expect(compare(toReply(1), toReply(1))).toEqual(none);
  expect(compare(toReply(1), toReply(2))).toEqual({ lost: ['citation [1]'], added: ['citation [2]'] });
});

it('says what changed in words, and nothing when nothing did', () => {
  expect(describeChangedFacts({ lost: [], added: [] })).toBe('');
  expect(describeChangedFacts(compareFacts('It has 5 seats [1].', 'It has 6 seats [1].', { before: 'en', after: 'en' }))).toBe(
    'it left out 5; it added 6',
  );
});

/** Far beyond what it takes, so that a busy machine fails nothing. */
const PATIENCE_MS = 300_000;

describe('10,000 made-up replies', { timeout: PATIENCE_MS }, () => {
  const random = createRandom(4);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const upTo = (most: number): number => 2 + Math.floor(random() * most);
  const makers: readonly (() => string)[] = [
    () => `The link is valid for ${upTo(90)} ${pick(['minutes', 'hours', 'days', 'business days'])}.`,
    () => `Your plan costs ${pick(['EUR ', '$', '£'])}${upTo(900)}${pick(['', '.50'])} per user and ${pick(['month', 'year'])}.`,
    () => `You get a discount of ${upTo(60)}%.`,
    () => `The change takes effect on ${upTo(26)} ${pick(['March', 'July', 'November'])} ${2024 + upTo(4)}.`,
    () => `You can upload up to ${upTo(500)} ${pick(['MB', 'GB'])} per file.`,
    () => `The limit is ${upTo(2000)} requests per ${pick(['minute', 'hour'])}.`,
    () => `Your order ${pick(['NW', 'AB'])}-2026-${100_000 + upTo(99_999)} has left.`,
    () => `See https://help.example/${pick(['refunds', 'plans'])}/${upTo(99)} for details.`,
    () => `Open Settings > ${pick(['Billing', 'Members', 'Privacy'])} > ${pick(['Export', 'Invoices', 'Plans'])}.`,
    () => `The window opens at ${10 + upTo(10)}:${10 + upTo(45)} UTC.`,
    () => `You need version ${upTo(9)}.${upTo(9)}.${upTo(9)} for that.`,
    () => `Then choose “${pick(['Replay failed events', 'Reissue', 'Move to a new phone'])}” again.`,
  ];
  const greetings = ['Hello Maria,', 'Dear Ms Keller,', 'Hi,', 'Good morning Maria,'];
  const closings = [
    'Best regards,\nAna Ruiz',
    'Kind regards',
    'Thank you for your patience.',
    'Let us know if anything is unclear.',
  ];
  /** A fact of each kind at most once, so that whatever is dropped stands nowhere else. */
  const toFacts = (): string[] => {
    const left = [...makers];
    return Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      (left.splice(Math.floor(random() * left.length), 1)[0] as () => string)(),
    );
  };
  const shuffle = (list: readonly string[]): string[] =>
    list
      .map((one) => [random(), one] as const)
      .toSorted((a, b) => a[0] - b[0])
      .map(([, one]) => one);
  const toReply = (sentences: readonly string[]): string => `${pick(greetings)}\n\n${sentences.join(' ')}\n\n${pick(closings)}`;
  const merge = ([first = '', second, ...rest]: readonly string[]): string[] =>
    second === undefined
      ? [first]
      : [
          `${first.replace(/\.$/, '')}, and ${/^The|^You(?!r)/.test(second) ? second.charAt(0).toLowerCase() + second.slice(1) : second}`,
          ...rest,
        ];

  it('lose nothing and gain nothing by another order, other borders of sentences, another greeting or closing', () => {
    for (let index = 0; index < 5000; index += 1) {
      const facts = toFacts();
      const [before, after] = [toReply(facts), toReply(merge(shuffle(facts)))];
      expect({ before, after, ...compare(before, after) }).toEqual({ before, after, ...none });
    }
  });

  it('never lose a value without notice', () => {
    for (let index = 0; index < 2500; index += 1) {
      const facts = toFacts();
      const dropped = Math.floor(random() * facts.length);
      const before = toReply(facts);
      const after = toReply(shuffle(facts.filter((_, at) => at !== dropped)));
      const { lost } = compare(before, after);
      expect({ before, after, isNoticed: lost.length > 0 }).toEqual({ before, after, isNoticed: true });
    }
  });

  it('never change a digit without notice', () => {
    for (let index = 0; index < 2500; index += 1) {
      const facts = toFacts();
      const before = toReply(facts);
      const places = [...before.matchAll(/\d/g)].map((match) => match.index);
      if (places.length === 0) continue;
      const at = pick(places);
      const digit = Number(before[at]);
      const after = `${before.slice(0, at)}${(digit + 1) % 10 || 9}${before.slice(at + 1)}`;
      if (after === before) continue;
      const { lost } = compare(before, after);
      expect({ before, after, isNoticed: lost.length > 0 }).toEqual({ before, after, isNoticed: true });
    }
  });
});
