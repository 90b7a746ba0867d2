import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { json, send } from './answer.ts';
import { answerCall, type HelpdeskContext } from './helpdesk-routes.ts';
import type { HelpdeskSeed } from './helpdesk-seed.ts';
import type { Person } from './helpdesk-data.ts';
import { openHelpdeskStore } from './helpdesk-store.ts';
import { readNorthwindSeed } from './northwind-seed.ts';
import { readBody } from './read-form.ts';

export type DemoHelpdeskOptions = {
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** JSON file that keeps tickets and the log of what was sent; made when missing, with the seed in it. */
  readonly dataFile: string;
  readonly now?: () => Date;
  /** What a new data file begins with; Northwind Cloud's tickets by default. */
  readonly seed?: HelpdeskSeed;
};

export type DemoHelpdesk = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Id of the seed's ticket that is called `ref` in the seed (`sso-okta`); throws when there is none. */
  readonly idOf: (ref: string) => string;
  /** Opens a new ticket without messages; gives its id. */
  readonly addTicket: (ticket: { readonly subject: string; readonly requester?: Person }) => Promise<string>;
  readonly close: () => Promise<void>;
};

const visitor: Person = { id: 'alex.visitor', name: 'Alex Visitor', email: 'alex@visitor.example' };

/** Starts the helpdesk of the fictional company Northwind Cloud, on loopback only. Rejects when the port is taken. */
export async function createDemoHelpdesk({
  port = 0,
  dataFile,
  now = () => new Date(),
  seed,
}: DemoHelpdeskOptions): Promise<DemoHelpdesk> {
  const context: HelpdeskContext = {
    store: openHelpdeskStore(dataFile, () => seed ?? readNorthwindSeed(), now),
    csrfToken: randomBytes(24).toString('base64url'),
    now,
    faults: new Map(),
  };
  const server = createServer((request, response) => {
    answer(request, context).then(
      (found) => send(response, found),
      (problem: unknown) => {
        console.error(problem);
        send(response, json({ error: 'The demo helpdesk failed; its terminal says why.' }, 500));
      },
    );
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${boundPort}`,
    idOf: (ref) => {
      const ticket = context.store.data().tickets.find((each) => each.ref === ref);
      if (!ticket) throw new Error(`The demo helpdesk has no ticket called ${ref}.`);
      return ticket.id;
    },
    addTicket: async ({ subject, requester = visitor }) => context.store.addTicket(subject, requester),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, context: HelpdeskContext): ReturnType<typeof answerCall> {
  // A site whose name was made to point here must not read tickets.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '')) return json({ error: 'Unknown host.' }, 421);
  const body = await readBody(request);
  if (body === undefined) return json({ error: 'That is larger than a reply can be.' }, 413);
  const url = URL.parse(request.url ?? '/', 'http://helpdesk.invalid');
  if (!url) return json({ error: 'That address can not be read.' }, 400);
  return answerCall({ method: request.method ?? 'GET', url, contentType: request.headers['content-type'] ?? '', body }, context);
}
