// oxlint-disable-next-line no-restricted-imports -- a test may read the demo's files
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { RankedPassage } from '../../domain/passage.ts';
import { toTerms } from '../../text/terms.ts';
import { composeReply } from '../compose-reply.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { buildReplyPrompt } from '../prompts/reply-prompt.ts';
import { toPassages, toTicket } from '../test-support.ts';
import { repairReply } from './repair-reply.ts';

const seedSchema = z.object({
  tickets: z.array(z.object({ subject: z.string(), messages: z.array(z.object({ author: z.string(), text: z.string() })) })),
});
const root = new URL('../../../', import.meta.url);

function readPassages(): RankedPassage[] {
  return globSync('public/sample-knowledge/{en,de,es,fr}/*.md', { cwd: root }).flatMap((file) => {
    const [, , body = ''] = readFileSync(new URL(file, root), 'utf8').split(/^---$/m);
    const locale = file.split('/').at(-2) ?? 'en';
    const sections = body.split(/^##? /m).filter((section) => section.trim().includes('\n'));
    return sections.flatMap((section) => {
      const [title = '', ...text] = section.split('\n');
      return text.join('').trim() === '' ? [] : toPassages([title, text.join('\n').trim(), locale]);
    });
  });
}

type DemoReply = { readonly language: string; readonly subject: string; readonly marked: string; readonly prompt: Prompt };

/** What the embedded drafter writes for each demo ticket, in each language that it knows, from sources in that one and in English. */
function composeDemoReplies(): DemoReply[] {
  const all = readPassages();
  const { tickets } = seedSchema.parse(JSON.parse(readFileSync(new URL('scripts/demo-helpdesk/northwind.json', root), 'utf8')));
  return tickets.flatMap(({ subject, messages }) => {
    const texts = messages.filter((message) => !message.author.startsWith('agent')).map((message) => message.text);
    const ticket = toTicket(subject, ...texts.map((text) => ['requester', text] as const));
    const wanted = new Set(toTerms(`${subject} ${texts.join(' ')}`, 'en'));
    const rank = (passage: RankedPassage): number =>
      toTerms(passage.passage.text, 'en').filter((term) => wanted.has(term)).length;
    const questions = texts.flatMap((text) => text.match(/[^.?!\n]{8,}\?/g) ?? []).slice(0, 3);
    return ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl'].map((language) => {
      const passages = all
        .filter(({ passage }) => passage.locale === language || passage.locale === 'en')
        .toSorted((a, b) => rank(b) - rank(a))
        .slice(0, 5);
      const request = {
        ticket,
        questions: questions.length > 0 ? questions : [subject],
        language,
        passages,
        agentName: 'Ana Ruiz',
      };
      const prompt = buildReplyPrompt(request, { boundary: '0123456789abcdef0123456789abcdef', maxTokens: 6000 });
      return { language, subject, marked: composeReply(request).marked, prompt };
    });
  });
}

const demo = composeDemoReplies();
it('never takes a good reply for nonsense, nor changes one: all demo tickets in seven languages', () => {
  expect(demo.length).toBeGreaterThanOrEqual(15 * 7);
  const alarms = demo.flatMap(({ language, subject, marked, prompt: asked }) => {
    const result = repairReply(marked, { language, prompt: asked });
    return result.kind === 'reply' && result.marked === marked && result.repairs.length === 0
      ? []
      : [{ language, subject, marked, result }];
  });
  expect(alarms).toEqual([]);
});

/** Short ones, ones of little prose, and languages that nothing here knows well. */
const others: readonly (readonly [language: string, text: string])[] = [
  ['cs', 'Dobrý den,\n\nvrácení peněz trvá do pěti pracovních dnů a najdete ho v nastavení. [1]\n\nS pozdravem\nTom'],
  ['tr', 'Merhaba,\n\nİade işlemi beş iş günü sürer ve hesabınıza yansır. [1]\n\nSaygılarımla,\nTom'],
  ['hu', 'Jó napot!\n\nA visszatérítés öt munkanapot vesz igénybe, és a kártyájára érkezik. [1]\n\nÜdvözlettel\nTom'],
  ['ro', 'Bună ziua,\n\nrambursarea durează cinci zile lucrătoare și apare în contul dumneavoastră. [1]\n\nCu stimă,\nTom'],
  ['id', 'Halo Ada,\n\npengembalian dana memerlukan waktu lima hari kerja dan akan masuk ke rekening Anda. [1]\n\nSalam,\nTom'],
  ['vi', 'Chào bạn,\n\nviệc hoàn tiền mất năm ngày làm việc. [1]\n\nTrân trọng,\nTom'],
  ['ca', 'Hola Ada,\n\nels reemborsaments triguen cinc dies a arribar al vostre compte. [1]\n\nSalutacions,\nTom'],
  ['sv', 'Hej Ada,\n\nåterbetalningar tar fem dagar och syns sedan på ditt konto. [1]\n\nVänliga hälsningar\nTom'],
  ['da', 'Hej Ada,\n\ntilbagebetalinger tager fem dage og vises derefter på din konto. [1]\n\nVenlig hilsen\nTom'],
  ['nb', 'Hei Ada,\n\nrefusjoner tar fem dager og vises deretter på kontoen din. [1]\n\nVennlig hilsen\nTom'],
  ['fi', 'Hei Ada,\n\nhyvitykset kestävät viisi päivää ja näkyvät sitten tililläsi. [1]\n\nYstävällisin terveisin\nTom'],
  ['uk', 'Добрий день,\n\nповернення коштів триває п’ять днів. [1]\n\nЗ повагою,\nТом'],
  ['sr-Latn', 'Zdravo Ada,\n\npovraćaj novca traje pet radnih dana i biće vidljiv na vašem računu. [1]\n\nPozdrav,\nTom'],
  ['el', 'Γεια σας,\n\nη επιστροφή χρημάτων διαρκεί πέντε ημέρες. [1]\n\nΜε εκτίμηση,\nTom'],
  ['ar', 'مرحبًا،\n\nيستغرق رد الأموال خمسة أيام. [1]\n\nمع التحية،\nTom'],
  ['hi', 'नमस्ते,\n\nरिफंड में पाँच दिन लगते हैं। [1]\n\nसादर,\nTom'],
  ['th', 'สวัสดีครับ\n\nการคืนเงินใช้เวลาห้าวัน [1]\n\nขอแสดงความนับถือ\nTom'],
  ['zh-CN', '您好，\n\n退款需要五天。[1]\n\n此致\nTom'],
  ['ko', '안녕하세요,\n\n환불에는 5일이 걸립니다. [1]\n\n감사합니다.\nTom'],
  ['eu', 'Kaixo Ada,\n\nitzulketak bost egun behar ditu zure kontuan agertzeko. [1]\n\nAgur bero bat,\nTom'],
  ['et', 'Tere Ada,\n\ntagasimakse võtab aega viis tööpäeva ja ilmub seejärel teie kontole. [1]\n\nLugupidamisega\nTom'],
  ['de', 'Hallo Ada,\n\nja, das geht. [1]\n\nGruß\nTom'],
  [
    'de',
    'Hallo Ada,\n\nOpen Settings > Billing > Invoices and press Download. [1] The invoice opens as a PDF file. [1]\n\nViele Grüße',
  ],
  ['de', 'Ja. [1]'],
  ['en', 'Yes. [1]'],
  ['en', 'No problem.'],
  [
    'de',
    'Guten Tag Frau Byron,\n\nden API-Key finden Sie unter Settings > Developer > API keys. Klicken Sie auf "Create new key", dann auf "Copy". [1]\n\nBeste Grüße\nTom',
  ],
  ['en', 'Hello,\n\n1. Open Settings > Billing\n2. Press Cancel plan\n3. Confirm\n[1]\n\nKind regards'],
  [
    'en',
    'Hi Ada,\n\nrun `curl -H "Authorization: Bearer $KEY" https://api.example.com/v1/items?limit=10` and send us the output. [1]\n\nBest,\nTom',
  ],
  ['en', 'Order 10482: shipped 2026-11-18, DHL 00340434161094042557, EUR 49.00. [1]'],
  ['en', 'IBAN DE89370400440532013000, BIC COBADEFFXXX, reference NW-20261101-0417. [1]'],
  ['nl', 'Beste Ada,\n\nU kunt dit aanpassen onder Settings > Billing. [1]\n\nGroeten,\nTom'],
  ['pt-BR', 'Oi Ada,\n\nO reembolso leva cinco dias. [1]\n\nAbraços,\nTom'],
  ['es', 'Hola:\n\nPulse Descargar. [1]\n\nSaludos'],
  ['it', 'Ciao Ada,\n\nsì, è possibile. [1]\n\nA presto,\nTom'],
  ['fr', 'Bonjour,\n\nOui, c’est possible. [1]\n\nCordialement'],
  [
    'en',
    'Hello Renée,\n\nthe workspace "Übersicht für Händler" was moved to the Zürich region. [1]\n\nKind regards,\nJörg Müller',
  ],
];

it.each(others)('leaves as it is, in %s: %s', (language, text) => {
  const prompt = { parts: [], given: [1], questions: [], boundary: '0123456789abcdef', answer: 'reply' as const };
  expect(repairReply(text, { language, prompt })).toEqual({ kind: 'reply', marked: text, repairs: [] });
});
