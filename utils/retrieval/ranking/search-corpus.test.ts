import fc from 'fast-check';
import { expect, it } from 'vitest';
import { audienceSchema, passageSchema, type Audience, type Passage } from '../../domain/passage.ts';
import type { SearchQuery } from '../../ports/passage-search.ts';
import { buildSegment } from '../index/build-segment.ts';
import { openSegment, type SegmentReader } from '../index/segment-reader.ts';
import { searchCorpus } from './search-corpus.ts';

const passage = (id: string, title: string, text: string, change: Partial<Passage> = {}): Passage =>
  passageSchema.parse({
    id,
    articleId: id,
    sourceId: 's',
    title,
    headings: [],
    text,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
    ...change,
  });
const query = (questions: string[], change: Partial<SearchQuery> = {}): SearchQuery => ({
  questions,
  context: '',
  language: 'en',
  mayUse: ['public'],
  ...change,
});
const index = (...passages: Passage[]): SegmentReader => openSegment(buildSegment(passages));

const reset = passage('reset', 'Password reset links', 'A reset link is valid for 60 minutes and works once.');
const refunds = passage(
  'refunds',
  'Refunds for annual plans',
  'Annual plans can be cancelled with a full refund within 30 days of the invoice date.',
);
const limits = passage(
  'limits',
  'API rate limits',
  'Team workspaces may send 600 requests per minute. A request over the limit is answered with 429.',
);
const help = index(reset, refunds, limits);
const idsOf = async (asked: SearchQuery, segments = [help], limit = 5): Promise<string[]> =>
  (await searchCorpus(segments, asked, limit)).map(({ passageId }) => passageId);

it.each([
  ['How long is the reset link valid?', 'reset'],
  ['Can I get a refund for my annual plan?', 'refunds'],
  ['We get 429 errors', 'limits'],
])('%s → %s', async (question, best) => {
  expect((await idsOf(query([question])))[0]).toBe(best);
});

it.each([
  ['de', 'Wie lange ist der Link zum Zurücksetzen gültig?', 'reset'],
  ['es', 'Quiero cancelar el plan anual y el reembolso', 'refunds'],
  ['fr', 'Puis-je résilier la formule annuelle avec un remboursement ?', 'refunds'],
])('a question in %s finds the English passage: %s', async (language, question, best) => {
  expect((await idsOf(query([question], { language })))[0]).toBe(best);
});

it.each([
  [
    'de',
    'Rechnungen herunterladen',
    'Sie können jede Rechnung als PDF herunterladen.',
    'Wo kann ich meine Rechnungen herunterladen?',
  ],
  ['pt', 'Baixar faturas', 'As faturas podem ser baixadas na página de cobrança.', 'Onde posso baixar a minha fatura?'],
  ['it', 'Scaricare le fatture', 'Le fatture si possono scaricare dalla pagina dei pagamenti.', 'Come scarico la fattura?'],
  ['nl', 'Facturen downloaden', 'Facturen kunt u downloaden op de betaalpagina.', 'Waar download ik mijn factuur?'],
  ['sv', 'Ladda ner fakturor', 'Fakturor kan laddas ner på betalsidan.', 'Var hittar jag min faktura?'],
  ['fi', 'Laskujen lataaminen', 'Laskut voi ladata maksusivulta.', 'Mistä löydän laskuni, laskujen lataaminen?'],
  ['ja', '請求書のダウンロード', '請求書は支払いページからダウンロードできます。', '請求書はどこでダウンロードできますか'],
  ['zh', '下载发票', '发票可以在付款页面下载。', '在哪里下载发票'],
])('a question in %s meets inflected forms and scripts without spaces', async (language, title, text, question) => {
  const other = passage(
    'other',
    language === 'ja' || language === 'zh' ? '密码' : 'Abc',
    language === 'ja' || language === 'zh' ? '密码重置' : 'Xyz abc.',
    { locale: language },
  );
  const segments = [index(passage('invoice', title, text, { locale: language }), other)];
  expect((await idsOf(query([question], { language }), segments))[0]).toBe('invoice');
});

it('the best passage of every question is there, however strong the first question is', async () => {
  const many = index(reset, limits, ...Array.from({ length: 8 }, (_, at) => passage(`r${at}`, `Refunds ${at}`, refunds.text)));
  const asked = query(['Can I get a full refund for annual plans within 30 days?', 'What about 429?']);
  const found = await idsOf(asked, [many], 4);
  expect(found).toContain('limits');
  expect(found).toHaveLength(4);
});

it('a follow-up is searched with what its history adds, and the history alone outranks nothing that is named', async () => {
  const history = [{ by: 'requester' as const, text: 'I want a refund for our annual plan.' }];
  expect((await idsOf(query(['Within how many days?'], { history })))[0]).toBe('refunds');
  const loud = [{ by: 'requester' as const, text: 'reset link password reset link' }];
  expect((await idsOf(query(['Is there a refund?'], { history: loud })))[0]).toBe('refunds');
});

it('coverage is high for what the passages hold and low for what they do not', async () => {
  const coverageOf = async (question: string): Promise<number> =>
    Math.max(0, ...(await searchCorpus([help], query([question]), 3)).map(({ coverage }) => coverage));
  expect(await coverageOf('How long is a reset link valid?')).toBeGreaterThan(0.35);
  expect(await coverageOf('Do you sell gift cards for pizza?')).toBeLessThan(0.2);
});

it('why: the shares of the features make up the whole score', async () => {
  const [best] = await searchCorpus([help], query(['How long is the reset link valid?']), 1);
  expect(best?.why.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

it('an empty question and an empty index find nothing', async () => {
  expect(await idsOf(query(['']))).toEqual([]);
  expect(await idsOf(query(['refund']), [])).toEqual([]);
});

it('passages in several segments are ranked as if they stood in one', async () => {
  const asked = query(['How long is the reset link valid after a refund?']);
  const apart = await searchCorpus([index(reset), index(refunds, limits)], asked, 3);
  const together = await searchCorpus([help], asked, 3);
  expect(apart.map(({ passageId }) => passageId)).toEqual(together.map(({ passageId }) => passageId));
  for (const [place, { score }] of apart.entries()) expect(score).toBeCloseTo(together[place]?.score ?? 0, 6);
});

it('region and version: what holds elsewhere only is not ranked, what holds for all is', async () => {
  const segments = [
    index(
      passage('all', 'Refunds', 'Refund rule.'),
      passage('us', 'Refunds', 'Refund rule.', { region: 'US' }),
      passage('de', 'Refunds', 'Refund rule.', { region: 'DE', version: '2' }),
    ),
  ];
  expect((await idsOf(query(['refund rule'], { region: 'DE' }), segments)).toSorted()).toEqual(['all', 'de']);
  expect((await idsOf(query(['refund rule'], { version: '3' }), segments)).toSorted()).toEqual(['all', 'us']);
  expect(await idsOf(query(['refund rule']), segments)).toHaveLength(3);
});

it('a passage outside the audience is never found: 10,000 random lattices of audiences, customer segments and index segments', async () => {
  const place = fc.record({
    audience: fc.constantFrom(...audienceSchema.options),
    segments: fc.subarray(['gold', 'team', 'trial']),
  });
  const cases = fc.asyncProperty(
    fc.array(fc.array(place, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(fc.constantFrom(...audienceSchema.options)),
    fc.subarray(['gold', 'team', 'trial']),
    async (sources, mayUse: Audience[], segments) => {
      const readable = new Set<string>();
      const readers = sources.map((places, from) =>
        index(
          ...places.map((one, at) => {
            const isInSegment = one.audience !== 'segment' || one.segments.some((segment) => segments.includes(segment));
            if (mayUse.includes(one.audience) && isInSegment) readable.add(`${from}/${at}`);
            return passage(`${from}/${at}`, 'Refunds', `Refund rule ${at}`, one);
          }),
        ),
      );
      const found = await idsOf(query(['What is the refund rule?'], { mayUse, segments }), readers, 20);
      expect(new Set(found)).toEqual(readable);
    },
  );
  await fc.assert(cases, { numRuns: 10_000 });
}, 120_000);
