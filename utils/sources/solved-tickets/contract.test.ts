import { describe, expect, it } from 'vitest';
import { redactText } from '../../privacy/redact-text.ts';
import type { KnownArticle } from '../../ports/knowledge-source.ts';
import { articlesOf, collect, standIn, toRead, type Answer } from '../paged/test-support.ts';
import { madeUpDesks, SINCE_DAYS } from './made-up-desks.test-support.ts';
import { createSolvedTicketSources } from './solved-tickets.ts';
import type { Redact } from './to-solved-ticket.ts';

const redact: Redact = (text) => redactText(text).text;

describe.each(madeUpDesks)('solved tickets of $product', ({ product, baseUrl, answer }) => {
  const origin = { kind: 'solved-tickets', product, baseUrl, sinceDays: SINCE_DAYS } as const;
  const read = (how: Redact, more: Parameters<typeof toRead>[1] = {}, served: Answer = answer) => {
    const source = createSolvedTicketSources({ redact: how }).find(({ isFor }) => isFor(origin));
    if (!source) throw new Error('No source reads them.');
    return collect(source, toRead(origin, more), standIn(served).deps);
  };

  it('become one internal article each: the first question, the last answer', async () => {
    const { steps, thrown } = await read(redact);
    expect(thrown).toBeUndefined();
    const articles = articlesOf(steps);
    expect(articles.map(({ id }) => id)).toEqual(Array.from({ length: 45 }, (_, index) => String(index + 1)));
    for (const { id, title, audience, sections, updatedAt } of articles) {
      expect(title).toBe(`Setting ${id}`);
      expect(audience).toBe('internal');
      expect(updatedAt).toBe('2026-11-10T09:00:00.000Z');
      expect(sections.map(({ headings }) => headings)).toEqual([['Question'], ['Answer']]);
      expect(sections[0]?.text).toContain(`How do I change setting ${id}?`);
      expect(sections[1]?.text).toBe(`Open the settings and choose ${id}.`);
    }
  });

  it('are left out without a question and a public answer', async () => {
    const { steps } = await read(redact);
    const ids = articlesOf(steps).map(({ id }) => id);
    expect(ids).not.toContain('50');
    expect(ids).not.toContain('51');
    expect(steps.flatMap(({ unreadable }) => unreadable)).toEqual([]);
  });

  it('keep nothing that was not redacted, neither in articles nor in cursors', async () => {
    const { steps } = await read(() => 'Gone.\n\u001e\nGone?\n\u001e\nGone for good.');
    const kept = JSON.stringify(steps);
    expect(articlesOf(steps)).toHaveLength(45);
    for (const word of ['setting', 'kim@customer.example', 'reseller', 'version']) expect(kept.toLowerCase()).not.toContain(word);
  });

  it('are reported by number and not kept when redaction fails', async () => {
    const { steps, thrown } = await read(() => {
      throw new Error('kim@customer.example');
    });
    expect(thrown).toBeUndefined();
    expect(articlesOf(steps)).toEqual([]);
    const unreadable = steps.flatMap((step) => step.unreadable);
    expect(unreadable).toHaveLength(45);
    expect(unreadable[0]).toEqual({ name: 'Ticket 1', reason: 'personal data could not be taken out of it' });
    expect(JSON.stringify(steps)).not.toContain('kim@');
  });

  it('are not kept when redaction runs their texts together', async () => {
    const { steps } = await read((text) => text.replaceAll('\u001e', ''));
    expect(articlesOf(steps)).toEqual([]);
    expect(steps.flatMap(({ unreadable }) => unreadable)).toHaveLength(45);
  });

  it('are reported when their messages are not as documented, and end the reading when that goes on', async () => {
    const broken = (count: number) => (url: URL, init: RequestInit) => {
      const id = Number(/\/(?:tickets|ticket|by_ticket)\/(\d+)/.exec(url.pathname)?.[1] ?? 0);
      const isThread = /comments|conversations|by_ticket|history/.test(url.pathname);
      return isThread && id > 10 && id <= 10 + count ? { nothing: true } : answer(url, init);
    };
    const one = await read(redact, {}, broken(1));
    expect(one.thrown).toBeUndefined();
    expect(articlesOf(one.steps)).toHaveLength(44);
    expect(one.steps.flatMap(({ unreadable }) => unreadable.map(({ name }) => name))).toEqual(['Ticket 11']);
    const many = await read(redact, {}, broken(35));
    expect(many.thrown).toMatchObject({ failure: { kind: 'source-changed' } });
    expect(articlesOf(many.steps)).toHaveLength(10);
  });

  it('go on from every cursor with exactly the rest', async () => {
    const { steps } = await read(redact);
    for (const [index, { cursor }] of steps.entries()) {
      const rest = await read(redact, { cursor });
      expect(articlesOf(rest.steps)).toEqual(articlesOf(steps.slice(index + 1)));
    }
  });

  it('are passed over when they have not changed', async () => {
    const first = articlesOf((await read(redact)).steps);
    const known = first.map(({ id, etag, updatedAt }): KnownArticle => ({ id, etag, updatedAt }));
    const { steps } = await read(redact, { known });
    expect(articlesOf(steps)).toEqual([]);
    expect(steps.flatMap(({ unchanged }) => unchanged)).toHaveLength(45);
  });
});
