import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browserDeps } from '../backends/backend-deps.ts';
import { createLanguageModel } from '../backends/language-model.ts';
import { draftIdSchema } from '../domain/draft.ts';
import { defaultSettings } from '../domain/settings.ts';
import { findStrategy } from '../domain/strategy.ts';
import type { DraftStreamDown } from '../messaging/contract.ts';
import { asks, deps, quoted, reply, reset } from '../pipeline/test-support.ts';
import { createAnswerCache } from '../storage/answer-cache.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import { createDraftStore } from '../storage/draft-store.ts';
import { createSpendingLog } from '../storage/spending-log.ts';
import { createDraftServer } from './serve-draft-requests.ts';
import { createSpending } from './spending.ts';

const CHAT = { baseUrl: 'https://chat.example/v1', model: 'm', key: 'sk-chat-canary-0123456789' };
const STYLING = { baseUrl: 'https://voice.example/v1', model: 'v', key: 'sk-voice-canary-9876543210' };
const price = { inputPerMillion: 1, outputPerMillion: 1 };
const draftId = draftIdSchema.parse('d1');

type Sent = { readonly origin: string; readonly headers: string; readonly body: string };
let sent: Sent[] = [];
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  sent = [];
});

/** A service that answers with `answer`, made of what it was sent. */
function serviceThat(answer: (request: Sent) => Response): typeof fetch {
  return async (input, init) => {
    const url = new URL(typeof input === 'string' ? input : input instanceof URL ? input.href : input.url);
    const body = typeof init?.body === 'string' ? init.body : '';
    const request = { origin: url.origin, headers: JSON.stringify(init?.headers), body };
    sent.push(request);
    return answer(request);
  };
}
const says = (text: string): Response => {
  const chunk = { choices: [{ delta: { content: text }, finish_reason: 'stop' }] };
  return new Response(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`, { headers: { 'content-type': 'text/event-stream' } });
};
/** The worst of services: it shows in its error what it was sent. */
const echoes = ({ headers }: Sent): Response =>
  new Response(JSON.stringify({ error: { message: `Incorrect API key provided: ${headers}` } }), { status: 401 });

/** One draft by two models, each with its own key, and everything that is told or stored because of it. */
async function draftWith(fetch: typeof globalThis.fetch): Promise<string> {
  const backend = { ...browserDeps, fetch, sleep: () => new Promise<void>(() => undefined) };
  const open = createDatabaseOpener();
  const now = (): Date => new Date();
  const serve = createDraftServer({
    readTab: async () => ({
      tabId: 7,
      at: now().toISOString(),
      report: { kind: 'ticket', ticket: asks, replyBox: { kind: 'none' } },
    }),
    drafts: createDraftStore(open),
    outcomes: { append: async () => undefined },
    now,
    readAssistDeps: async () =>
      deps([reset], {
        strategy: findStrategy('hybrid-facts-first'),
        models: {
          chat: createLanguageModel({ ...CHAT, price }, CHAT.key, backend),
          styling: createLanguageModel({ ...STYLING, price }, STYLING.key, backend),
        },
        spending: createSpending({ log: createSpendingLog(open), readBudget: async () => defaultSettings.budget, now }),
        cache: createAnswerCache(open, now),
      }),
    readSettings: async () => defaultSettings,
    browserLanguage: () => 'en',
  });
  const told: DraftStreamDown[] = [];
  const start = { kind: 'draft-start', tabId: 7, draftId, again: false, anyway: false } as const;
  await serve({ ...start, without: [], pinned: [], facts: [] }, (event) => void told.push(event), new AbortController().signal);
  const database = await open();
  const stores = await Promise.all([...database.objectStoreNames].map((name) => database.getAll(name)));
  const kept: unknown = await fakeBrowser.storage.local.get(null);
  return JSON.stringify({ told, stores, kept });
}

it('a key stands in no draft, trace, cost, cached answer or message, when all goes well', async () => {
  const everything = await draftWith(serviceThat(() => says(reply(quoted))));
  expect(everything).toContain('60 minutes');
  expect(everything).not.toMatch(/canary/);
});

it('nor when the service shows it in its error', async () => {
  const everything = await draftWith(serviceThat(echoes));
  expect(everything).toContain('backend-rejected');
  expect(everything).not.toMatch(/canary/);
});

it('each key goes to its own origin, in a header and never in a body', async () => {
  await draftWith(serviceThat(() => says(reply(quoted))));
  expect(new Set(sent.map(({ origin }) => origin))).toEqual(new Set(['https://chat.example', 'https://voice.example']));
  for (const { origin, headers, body } of sent) {
    const [own, other] = origin === 'https://chat.example' ? [CHAT, STYLING] : [STYLING, CHAT];
    expect(headers).toContain(own.key);
    expect(headers).not.toContain(other.key);
    expect(body).not.toMatch(/canary/);
  }
});
