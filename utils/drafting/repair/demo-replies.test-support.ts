import { globSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RankedPassage } from '../../domain/passage.ts';
import { toTerms } from '../../text/terms.ts';
import { composeReply } from '../compose-reply.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { buildReplyPrompt } from '../prompts/reply-prompt.ts';
import { toPassages, toTicket } from '../test-support.ts';

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

export type DemoReply = { readonly language: string; readonly subject: string; readonly marked: string; readonly prompt: Prompt };

/** What the embedded drafter writes for each demo ticket, in each language that it knows, from sources in that one and in English. */
export function composeDemoReplies(): DemoReply[] {
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
