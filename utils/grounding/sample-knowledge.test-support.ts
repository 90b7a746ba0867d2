// oxlint-disable-next-line no-restricted-imports -- tests read the sample as it ships
import { readdirSync, readFileSync } from 'node:fs';
import type { DraftBlock, DraftSentence, DraftSource } from '../domain/draft.ts';
import { passageSchema } from '../domain/passage.ts';
import { ticketSchema, type Ticket } from '../domain/ticket.ts';

export const LANGUAGES = ['en', 'de', 'es', 'fr'];
const DIRECTORY = new URL('../../public/sample-knowledge/', import.meta.url);

/** The sample knowledge of one language, a source for each section. */
export function readSampleSources(locale: string): DraftSource[] {
  return readdirSync(new URL(`${locale}/`, DIRECTORY))
    .toSorted()
    .flatMap((file) => {
      const [, front = '', body = ''] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(new URL(`${locale}/${file}`, DIRECTORY), 'utf8')) ?? [];
      const title = /^title: (.*)$/m.exec(front)?.[1] ?? '';
      return body.split(/^(?=## )/m).flatMap((section) => {
        const heading = /^## (.*)$/m.exec(section)?.[1];
        const text = section.replaceAll(/^#+ .*$/gm, '').trim();
        return text === '' ? [] : [{ file, title, headings: heading === undefined ? [] : [heading], text }];
      });
    })
    .map(({ file, ...section }, index) => ({
      number: index + 1,
      passage: passageSchema.parse({
        ...section,
        id: `${locale}-${index}`,
        articleId: file,
        sourceId: 'sample',
        locale,
        audience: 'public',
        fetchedAt: '2026-11-20T10:00:00Z',
        position: index,
      }),
    }));
}

/** A ticket whose requester writes `text`. */
export function toTicket(text: string): Ticket {
  return ticketSchema.parse({
    host: 'desk.example',
    helpdesk: 'demo',
    id: '7',
    url: 'https://desk.example/7',
    subject: 'Question',
    requester: { id: 'r', name: 'Maria Keller' },
    messages: [
      {
        id: '1',
        author: { id: 'r', name: 'Maria Keller' },
        role: 'requester',
        visibility: 'public',
        at: '2026-11-20T10:00:00Z',
        text,
      },
    ],
  });
}

/** One sentence as a reply that cites `sources`. */
export function toBlocks(
  text: string,
  language: string,
  sources: readonly number[],
  support: DraftSentence['support'] = 'supported',
): DraftBlock[] {
  return [
    { kind: 'paragraph', lines: [[{ text, language, support, citations: sources.map((source) => ({ source, spans: [] })) }]] },
  ];
}

/** A number in [0, 1) from a seed (mulberry32): the same in every run. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
