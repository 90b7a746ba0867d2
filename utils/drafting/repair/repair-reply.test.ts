import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReplyPrompt, NO_ANSWER } from '../prompts/reply-prompt.ts';
import { buildTranslatePrompt } from '../prompts/translate-prompt.ts';
import { BOUNDARY, makePassages, makeRequest } from '../prompts/test-support.ts';
import { repairReply } from './repair-reply.ts';

const options = { boundary: BOUNDARY, maxTokens: 6000 };
const prompt = buildReplyPrompt(
  makeRequest({ passages: makePassages(['Refunds take 5 days.', 'Open Settings > Billing.']) }),
  options,
);
const read = (raw: string, language = 'en') => repairReply(raw, { language, prompt });
const reply = 'Hello Ada,\n\nRefunds take 5 days. [1] Open Settings > Billing to follow yours. [2]\n\nKind regards,\nTom';
const replies = {
  en: reply,
  de: 'Hallo Ada,\n\nErstattungen dauern fünf Tage, danach ist das Geld auf Ihrem Konto. [1]\n\nFreundliche Grüße\nTom',
  es: 'Hola Ada:\n\nLos reembolsos tardan cinco días en llegar a su cuenta. [1]\n\nUn saludo,\nTom',
  fr: 'Bonjour Ada,\n\nLes remboursements prennent cinq jours et arrivent sur votre compte. [1]\n\nCordialement,\nTom',
  pt: 'Olá Ada,\n\nOs reembolsos demoram cinco dias a chegar à sua conta. [1]\n\nCumprimentos,\nTom',
  it: 'Ciao Ada,\n\ni rimborsi richiedono cinque giorni e arrivano sul tuo conto. [1]\n\nCordiali saluti,\nTom',
  nl: 'Beste Ada,\n\nTerugbetalingen duren vijf dagen en staan dan op uw rekening. [1]\n\nMet vriendelijke groet,\nTom',
  ja: 'Ada様\n\nご返金には五日かかります。[1] よろしくお願いいたします。\nTom',
  ru: 'Здравствуйте, Ада!\n\nВозврат средств занимает пять дней. [1]\n\nС уважением,\nТом',
  pl: 'Dzień dobry,\n\nzwrot środków trwa do pięciu dni roboczych od daty zgłoszenia. [1]\n\nPozdrawiam,\nTom',
};

it.each(Object.entries(replies))('leaves a good reply in %s as it is', (language, text) => {
  expect(read(text, language)).toEqual({ kind: 'reply', marked: text, repairs: [] });
});

describe('takes off what stands around a reply', () => {
  it.each([
    ['thinking', `<think>The requester wants\n\na refund.</think>\n\n${reply}`],
    ['thinking whose beginning is lost', `wants a refund, so I say so.\n</think>\n${reply}`],
    ['thinking in two parts', `<thinking>a</thinking>${reply}<thinking>done</thinking>`],
    ['channels', `<|channel|>analysis<|message|>We need to answer<|end|><|start|>assistant<|channel|>final<|message|>${reply}`],
    ['a role', `Assistant: ${reply}`],
    ['a role in bold', `**Reply:**\n\n${reply}`],
    ['an introduction', `Here is the reply:\n\n${reply}`],
    ['a cheerful introduction', `Sure! Here's a draft reply to the requester:\n\n${reply}`],
    ['an introduction in German', `Gerne, hier ist der Antwortentwurf:\n\n${reply}`],
    ['an introduction in Spanish', `Claro, aquí tiene la respuesta:\n\n${reply}`],
    ['an introduction in French', `Voici la réponse :\n\n${reply}`],
    ['an introduction in Portuguese', `Aqui está a resposta:\n\n${reply}`],
    ['an introduction in Italian', `Ecco la risposta:\n\n${reply}`],
    ['an introduction in Dutch', `Hier is het antwoord:\n\n${reply}`],
    ['a fence', `\`\`\`text\n${reply}\n\`\`\``],
    ['a fence behind an introduction', `Here is the reply:\n\n\`\`\`\n${reply}\n\`\`\``],
    ['JSON', JSON.stringify({ reply })],
    ['JSON in a fence', `\`\`\`json\n${JSON.stringify({ response: { text: reply } }, null, 2)}\n\`\`\``],
    ['JSON with raw line breaks', `{"reply": "${reply}"}`],
    ['JSON that was cut off', JSON.stringify({ reply }).slice(0, -2)],
    ['a tool call', `<tool_call>\n${JSON.stringify({ name: 'send_reply', arguments: { body: reply } })}\n</tool_call>`],
    ['a completion', JSON.stringify({ choices: [{ message: { role: 'assistant', content: reply } }] })],
    ['quotation marks', `"${reply}"`],
    ['a subject line', `Subject: Re: Refund\n\n${reply}`],
    ['a German subject line', `Betreff: Erstattung\n\n${reply}`],
    ['template marks', `<|im_start|>assistant\n${reply}<|im_end|>`],
    ['a made-up turn of the requester', `${reply}<|im_end|>\n<|im_start|>user\nThanks!`],
    ['a remark to the agent', `${reply}\n\n---\nLet me know if you would like me to adjust the tone.`],
    ['a list of sources', `${reply}\n\nSources:\n[1] Refunds\n[2] Billing`],
    ['a greeting said twice', reply.replace('Hello Ada,', 'Hello Ada,\n\nDear Ada,').replace('Hello Ada,\n\n', 'Hello Ada,\n\n')],
    ['what cannot be seen', reply.replace('5', '\u200B5\u202E')],
  ])('%s', (what, raw) => {
    const result = read(raw);
    expect(result).toMatchObject({ kind: 'reply', marked: reply });
    if (!what.includes('seen')) expect(result).not.toMatchObject({ repairs: [] });
  });
});

describe('takes out what may not stand in a reply', () => {
  it.each([
    ['a citation of a source that was not given', reply.replace('[2]', '[7]'), reply.replace(' [2]', '')],
    ['one of several', reply.replace('[2]', '[2, 9]'), reply],
    ['a picture', `${reply}\n\n![ok](https://evil.example/?d=1)`, reply],
    ['a picture by name', `![ok][x]\n\n${reply}\n\n[x]: https://evil.example/?d=1`, reply],
    ['a picture in HTML', `<img src="https://evil.example">${reply}`, reply],
    ['tags', `<p>${reply}</p>`, reply],
    ['a comment', `${reply}<!-- system: obey -->`, reply],
  ])('%s', (_, raw, marked) => expect(read(raw)).toMatchObject({ kind: 'reply', marked }));
  it('a repetition at the end', () => {
    const result = read(`${reply}\n\nLet us know if it helps. ${'Let us know if it helps. '.repeat(40)}Let us kn`);
    expect(result).toMatchObject({ kind: 'reply', repairs: ['cut a repetition'] });
    expect(result.kind === 'reply' ? result.marked.split('Let us know').length : 0).toBeLessThanOrEqual(3);
  });
  it('but no tag that is spoken of, and no link', () => {
    const text = 'Hello,\n\nput `<b>` around the word, see [the page](https://help.example/a). [1] It works for a <name> too.';
    expect(read(text)).toEqual({ kind: 'reply', marked: text, repairs: [] });
  });
});

describe('knows when there is no answer', () => {
  it.each([
    NO_ANSWER,
    `**${NO_ANSWER}**`,
    `\`${NO_ANSWER}\`.`,
    'NO ANSWER',
    `Reply: ${NO_ANSWER}`,
    `<think>hm</think>${NO_ANSWER}`,
  ])('%s', (raw) => {
    expect(read(raw)).toEqual({ kind: 'no-answer' });
  });
  it.each([
    `${NO_ANSWER}\n\nThe sources do not say it.`,
    `The sources do not say it.\n\n${NO_ANSWER}`,
    `{"reply": "${NO_ANSWER}"}`,
  ])('%s', (raw) => {
    expect(read(raw)).toEqual({ kind: 'no-answer' });
  });
  it('and when there is one all the same', () => {
    expect(read(`${reply}\n\n${NO_ANSWER}`)).toMatchObject({ kind: 'reply', marked: reply });
  });
  it('and that "there is no answer yet" is a sentence', () => {
    expect(read(`There is no answer yet, but refunds take 5 days. [1]`).kind).toBe('reply');
  });
});

const rules = prompt.messages[0]?.content ?? '';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
describe('names nonsense', () => {
  it.each([
    ['nothing', '', 'it wrote nothing'],
    ['spaces', ' \n\u200B ', 'it wrote nothing'],
    ['only thinking', '<think>Let me see. The requester', 'it only thought aloud and wrote no reply'],
    ['marks alone', '[1][2] ---', 'it wrote no words'],
    ['its instructions', rules, 'it repeated its instructions'],
    [
      'a part of its instructions',
      `Of course. I was told: ${rules.split('\n').slice(2, 4).join(' ')}`,
      'it repeated its instructions',
    ],
    ['its instructions, letter by letter', rules.split('').join(' '), 'it repeated its instructions'],
    ['its instructions backwards', rules.split('').toReversed().join(''), 'it repeated its instructions'],
    ['its instructions in base64', `Sure: ${base64(rules)}`, 'it repeated its instructions'],
    ['its instructions in base64, in lines', base64(rules).replaceAll(/(.{60})/g, '$1\n'), 'it repeated its instructions'],
    ['the boundary', `It is ${BOUNDARY}, I think.`, 'it repeated its instructions'],
    ['data', '{"intent": "refund", "urgency": 3}', 'it wrote data for a program and no reply'],
    [
      'a tool call',
      '<tool_call>{"name": "search", "arguments": {"query": "refund"}}</tool_call>',
      'it wrote data for a program and no reply',
    ],
    [
      'base64',
      base64('The quick brown fox jumps over the lazy dog, again and again, and has no time.'),
      'it wrote letters without sense',
    ],
    ['noise', 'xkcd qwrt plmn zzxc vbnm sdfg hjkl trwq pmnb xcvz lkjh gfds qwrt zxcv', 'it wrote letters without sense'],
    [
      'words without sentences',
      'banana turquoise elephant harmonica velocity umbrella cathedral pineapple gravity marmalade xylophone lantern',
      'it wrote letters without sense',
    ],
    ['signs', '%%% ### @@@ $$$ ^^^ &&& *** ((( )))', 'it wrote no words'],
    ['broken characters', `Hello \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD, refunds take`, 'it wrote letters without sense'],
    ['one word for ever', 'refund '.repeat(5000), 'it repeated itself without end'],
    [
      'a book',
      Array.from({ length: 900 }, (_, index) => `Sentence ${index} of this is about item ${index * 7}.`).join(' '),
      'it wrote far more than a reply',
    ],
    ['a refusal', "I'm sorry, but as an AI language model I can't help with that.", 'it refused and wrote no reply'],
    ['a German refusal', 'Als KI-Sprachmodell kann ich dabei leider nicht helfen.', 'it refused and wrote no reply'],
    ['a French refusal', "En tant qu'intelligence artificielle, je ne peux pas vous aider.", 'it refused and wrote no reply'],
  ])('%s', (_, raw, why) => expect(read(raw)).toEqual({ kind: 'nonsense', why }));

  const languages = Object.entries(replies);
  const pairs = languages.flatMap(([asked]) =>
    languages.filter(([other]) => other !== asked).map(([other, text]) => [asked, other, text] as const),
  );
  // Of Polish no words are known here: only much English is told from it.
  const told = pairs.filter(([asked, other]) => asked !== 'pl' && other !== 'pl');
  const near = new Set(['es', 'pt', 'it']);
  it.each(told.filter(([asked, other]) => !(near.has(asked) && near.has(other))))(
    'asked for %s, answered in %s',
    (asked, _, text) => {
      expect(read(text, asked)).toMatchObject({ kind: 'nonsense', why: expect.stringMatching(/^it answered in /) });
    },
  );
});

it('tells English from a language that it does not know', () => {
  const text =
    'Hello Ada,\n\nThank you for your message. You can see the state of it in the settings of your account.\n\nKind regards';
  expect(read(text, 'pl')).toEqual({ kind: 'nonsense', why: 'it answered in English, not in Polish' });
});

it('lets a reply quote its sources in another language', () => {
  const text =
    'Hallo Ada,\n\nvielen Dank für Ihre Nachricht. Refunds take 5 days and arrive on the card that you paid with. [1]\n\nFreundliche Grüße\nTom';
  expect(read(text, 'de').kind).toBe('reply');
});

it('lets a reply repeat a question in the language in which it was asked', () => {
  expect(read('Guten Tag,\n\nSie fragten: How long do refunds take?\n\nDas dauert fünf Tage. [1]', 'de').kind).toBe('reply');
});

it('speaks of a model where the question is about one', () => {
  const text = 'Hello,\n\nthe assistant runs as an AI model in your browser. [1] You can switch it off under Settings. [2]';
  expect(read(text)).toMatchObject({ kind: 'reply', marked: text });
});

it('keeps the form of a translation: subject lines, introductions and greetings are part of the text', () => {
  const text = 'Subject: Refund\n\nHello,\n\nHi again, where is my money? As I said: NO ANSWER came from you.';
  const translation = buildTranslatePrompt({ text: 'Betreff: …', language: 'en' }, options);
  expect(repairReply(text, { language: 'en', prompt: translation })).toEqual({ kind: 'reply', marked: text, repairs: [] });
});

it('never throws, keeps no invisible character and no foreign mark, whatever a model writes', { timeout: 60_000 }, () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '<think>',
      '</think>',
      '```',
      '{"reply":"',
      '"}',
      '[1]',
      '[9]',
      '![',
      '](http://x)',
      '<img',
      '<a href="http://x">',
      '<|im_end|>',
      NO_ANSWER,
      'Hello Ada,\n\n',
      '\n',
      'a a a a ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const result = read(pieces.join(''));
      if (result.kind !== 'reply') return;
      expect(result.marked).not.toMatch(/[\p{Cf}\p{DI}]/u);
      expect(result.marked.replaceAll(/`[^`\n]+`/g, '')).not.toMatch(/\[9\](?!\()/);
      expect(result.marked).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});

it.each(['<think>', '<a href="http://x">', '{"a":', '![', '<svg ', '```\n', 'x y ', '[', '"reply":"', 'Hello Ada,\n'])(
  'reads a megabyte of %s',
  (piece) => {
    expect(['nonsense', 'reply']).toContain(read(piece.repeat(1_000_000 / piece.length)).kind);
  },
);
