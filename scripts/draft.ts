import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createPlainDeps } from '../utils/pipeline/plain-deps.ts';
import { plainAsk, type Models } from '../utils/pipeline/draft-run.ts';
import { assistTicket } from '../utils/pipeline/assist-ticket.ts';
import { createLanguageModel } from '../utils/backends/language-model.ts';
import { findAddressFault } from '../utils/backends/egress.ts';
import { browserDeps } from '../utils/backends/backend-deps.ts';
import { createInMemorySearch } from '../utils/retrieval/in-memory-search.ts';
import { findStrategy, strategies, strategyIdSchema, type StrategyId, type StrategyNeed } from '../utils/domain/strategy.ts';
import { findLack, type Available } from '../utils/domain/strategy-needs.ts';
import { readKnowledgeFolder } from './draft/read-knowledge-folder.ts';
import { readTicketFile } from './draft/read-ticket-file.ts';
import { printOutcome } from './draft/print-outcome.ts';

const usage = `Usage: npm run draft -- --ticket FILE --knowledge DIR [--strategy A] [--strategy B] …
       [--endpoint URL --model NAME] [--styling-endpoint URL --styling-model NAME] [--pin ARTICLE] … [--json FILE]

Drafts a reply to a ticket from a folder of articles by each strategy, side by side. Without an endpoint the embedded
drafter writes and nothing leaves this machine. A key is read from DESKSIDE_KEY, for the styling model from DESKSIDE_STYLING_KEY.

FILE       a ticket as JSON ({"subject", "messages": [{"from": "requester", "text"}]}), or the requester's message as plain text
DIR        Markdown, HTML, text, PDF, DOCX, CSV or JSONL files; sub-folders too
strategies ${strategies.map(({ id }) => id).join(', ')}
ARTICLE    a file of DIR, for pinned-context`;

const needNames: Record<StrategyNeed, string> = {
  'chat-model': 'needs a model: give --endpoint and --model',
  'styling-model': 'needs a styling model: give --styling-endpoint and --styling-model',
  'pinned-articles': 'needs pinned articles: give --pin ARTICLE',
  'vector-store': 'needs a vector store at a backend, which the command line does not have; try it in the extension',
};

/** Named one by one; a file of a thousand entries that are no articles says so in as many lines. */
const MAX_UNREADABLE = 5;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ticket: { type: 'string' },
      knowledge: { type: 'string' },
      strategy: { type: 'string', multiple: true },
      endpoint: { type: 'string' },
      model: { type: 'string' },
      'styling-endpoint': { type: 'string' },
      'styling-model': { type: 'string' },
      pin: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || (!values.ticket && !values.knowledge)) throw new Error(usage);
  if (!values.ticket) throw new Error('--ticket FILE is missing: the ticket to draft a reply to.');
  if (!values.knowledge) throw new Error('--knowledge DIR is missing: the folder with the articles to draft from.');
  const ids = (values.strategy ?? ['retrieval']).map(toStrategyId);
  const models: Models = {
    chat: toModel(values.endpoint, values.model, process.env['DESKSIDE_KEY'], '--endpoint', '--model'),
    styling: toModel(
      values['styling-endpoint'],
      values['styling-model'],
      process.env['DESKSIDE_STYLING_KEY'],
      '--styling-endpoint',
      '--styling-model',
    ),
  };
  const ticket = await readTicketFile(values.ticket);
  const knowledge = await readKnowledgeFolder(values.knowledge);
  console.log(`${knowledge.articles} articles, ${knowledge.passages.length} passages from ${values.knowledge}`);
  for (const { name, said } of knowledge.unreadable.slice(0, MAX_UNREADABLE)) console.log(`not read: ${name}: ${said}`);
  const more = knowledge.unreadable.length - MAX_UNREADABLE;
  if (more > 0) console.log(`not read: ${more} more`);
  const pinned = values.pin.map((name) => {
    const passages = knowledge.passages.filter(({ articleId }) => articleId === name || articleId.endsWith(`/${name}`));
    if (passages.length === 0) throw new Error(`--pin ${name}: ${values.knowledge} has no such file.`);
    return passages;
  });
  const available: Available = {
    'chat-model': models.chat !== undefined,
    'styling-model': models.styling !== undefined,
    'pinned-articles': pinned.length > 0,
    'vector-store': false,
  };
  for (const id of ids) {
    const need = findLack(findStrategy(id), available);
    if (need) throw new Error(`${id} ${needNames[need]}.`);
  }
  const search = createInMemorySearch(knowledge.passages);
  const results = await Promise.all(
    ids.map(async (id) => {
      const deps = createPlainDeps({
        search,
        models,
        strategy: findStrategy(id),
        readPinnedArticles: async () => pinned.flat(),
        makeBoundary: browserDeps.makeBoundary,
        clock: () => performance.now(),
      });
      const ask = { ...plainAsk, draftId: id, askedAt: new Date().toISOString() };
      return { strategy: id, outcome: await assistTicket(ticket, deps, ask, new AbortController().signal, () => undefined) };
    }),
  );
  for (const { strategy, outcome } of results) printOutcome(strategy, outcome);
  if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
}

function toStrategyId(name: string): StrategyId {
  const id = strategyIdSchema.safeParse(name);
  if (!id.success) throw new Error(`There is no strategy "${name}". Strategies: ${strategyIdSchema.options.join(', ')}.`);
  return id.data;
}

function toModel(baseUrl: string | undefined, model: string | undefined, key = '', ...flags: readonly string[]): Models['chat'] {
  if (baseUrl === undefined && model === undefined) return undefined;
  if (!baseUrl || !model) throw new Error(`${flags.join(' and ')} belong together: give both.`);
  if (!URL.canParse(baseUrl))
    throw new Error(`${flags[0]} ${baseUrl} is no address. It begins with https://, or http:// on this machine.`);
  const fault = findAddressFault(new URL(baseUrl));
  if (fault) throw new Error(`${flags[0]} ${baseUrl}: ${addressFaults[fault]}`);
  return createLanguageModel({ baseUrl, model }, key);
}

const addressFaults = {
  'not-http': 'an address begins with https://, or with http:// for a server on this machine.',
  'http-elsewhere': 'http:// would send ticket and key unencrypted. Use https:// for a server that is not on this machine.',
  'has-credentials': 'leave name and password out of the address; the key is read from DESKSIDE_KEY.',
} as const;

/** What `parseArgs` throws names the option and not what there is. */
const isUnknownOption = (thrown: unknown): boolean =>
  thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS');

try {
  await main();
} catch (thrown) {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  console.error(isUnknownOption(thrown) ? `${said}\n\n${usage}` : said);
  process.exitCode = 2;
}
