import { describe, expect, it } from 'vitest';
import { chooseSentences } from './choose-sentences.ts';
import { toPassageSentences } from './passage-sentences.ts';
import { toFacets } from './question-facets.ts';
import { createSentenceScorer } from './score-sentences.ts';
import { toPassages } from './test-support.ts';

type Text = readonly [title: string, text: string, locale?: string];

/** What is chosen for these questions, one text for each answered question. */
function choose(
  questions: readonly string[],
  passages: readonly Text[],
  ticket = questions.join('\n'),
  language = 'en',
): string[] {
  const ranked = toPassages(...passages);
  const sentences = toPassageSentences(ranked);
  const score = createSentenceScorer(sentences, ranked, { language, around: ticket, said: ticket, questions: questions.length });
  return chooseSentences(toFacets(questions), sentences, score, ticket).map((answer) =>
    answer.sentences.map(({ text }) => text).join(' '),
  );
}

const vat: Text = [
  'Invoices',
  'Owners find every invoice as a PDF on the billing page.\n\nAdd a VAT number\n\n1. Open Settings > Billing > Company.\n2. Enter it with the country code.\n3. Save.\n\nCorrect an invoice\n\nAn invoice of the last 90 days can be issued again.',
];

describe('a heading within a passage', () => {
  it('says what the steps below it are about', () => {
    const [answer] = choose(['Where do I add our VAT number?'], [vat]);
    expect(answer).toContain('Open Settings > Billing > Company. Enter it with the country code. Save.');
  });
});

describe('what else is said', () => {
  const sso: Text = [
    'Single sign-on',
    '"Audience mismatch" means that the audience address is not exactly ours.\n\nAn owner cannot sign in with a password while single sign-on is required.\n\nThe logo of your workspace may have 200 by 200 pixels.',
  ];

  it('speaks of the ticket beyond its questions', () => {
    const question = 'Can our owner sign in with a password?';
    expect(choose([question], [sso])[0]).not.toContain('Audience mismatch');
    expect(choose([question], [sso], `Single sign-on: "Audience mismatch"\n${question}`)[0]).toContain('Audience mismatch');
  });

  it('leaves out what has nothing to do with it', () => {
    expect(choose(['Can our owner sign in with a password?'], [sso])[0]).not.toContain('pixels');
  });

  it('says nothing twice', () => {
    const twice: Text = [
      'Links',
      'A reset link is valid for 60 minutes. The reset link is valid for 60 minutes. Passwords have ten letters. Owners see all members. Invoices are sent by e-mail.',
    ];
    expect(choose(['How long is a reset link valid?'], [twice])[0]?.match(/60 minutes/g)).toHaveLength(1);
  });

  it('brings the list that a line opens, and never the line alone', () => {
    const codes: Text = [
      'Reset links',
      'Some mail filters open the reset link before you do. In that case use the code in the same mail as the reset link:\n\n1. Open the sign-in page.\n2. Enter the code.',
    ];
    expect(choose(['The mail filter opens my reset link, which code can I use?'], [codes])[0]).toMatch(
      /^Some mail filters.*In that case.*: Open the sign-in page\. Enter the code\.$/,
    );
  });
});

it('takes what a person pinned, which has no score, as seriously as what ranks first', () => {
  const question = 'When does my parcel arrive?';
  const [pinned, ranked] = toPassages(
    ['Order 7', 'Your parcel arrives on 24 November.'],
    ['Parcels', 'A parcel arrives in a box. Each has a number. Shops send them too.'],
  );
  if (!pinned || !ranked) throw new Error('two passages were made');
  const passages = [{ ...pinned, score: 0 }, ranked];
  const sentences = toPassageSentences(passages);
  const score = createSentenceScorer(sentences, passages, { language: 'en', around: question, said: question, questions: 1 });
  const [answer] = chooseSentences(toFacets([question]), sentences, score, question);
  expect(answer?.sentences[0]?.text).toBe('Your parcel arrives on 24 November.');
});

describe('a question with several clauses', () => {
  it.each([
    ['fr', 'Où puis-je ajouter le numéro, et pouvez-vous rééditer la facture ?', 2],
    ['es', '¿Dónde añado el número, y pueden corregir la factura de octubre?', 2],
    ['de', 'Wo trage ich die Nummer ein, und muss ich die Rechnung neu anfordern?', 2],
    ['en', 'Where do I add the number, and should I ask for a new invoice?', 2],
  ])('is answered clause by clause in %s', (_, question, count) => {
    expect(toFacets([question])).toHaveLength(count);
  });

  it('asks for a way when it asks where, with or without accents', () => {
    expect(toFacets(['Où ajouter le numéro ?'])[0]?.kinds).toContain('path');
  });
});
