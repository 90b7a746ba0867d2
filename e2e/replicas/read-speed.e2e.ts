import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageReportSchema } from '../../utils/domain/page-report.ts';
import { isReadable } from '../../utils/helpdesks/replicas/replica.test-support.ts';
import { replicas } from '../../utils/helpdesks/replicas/replicas.test-support.ts';
import { replicaTickets, type ReplicaTicket } from '../../utils/helpdesks/replicas/replica-tickets.test-support.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { measureReading } from '../support/measure-reading.ts';
import { sendToTab } from '../support/send-to-tab.ts';
import { openReplicaSite } from './replica-site.ts';

const first = replicaTickets[0] as ReplicaTicket;
/** The messages of a ticket over and over, each at its own minute. */
const long: ReplicaTicket = {
  ...first,
  messages: Array.from({ length: 50 }, () => first.messages)
    .flat()
    .map((message, index) => ({
      ...message,
      id: String(9000 + index),
      at: new Date(Date.UTC(2026, 10, 1) + index * 3_600_000).toISOString(),
    })),
};

let extension: Extension;
beforeAll(async () => {
  extension = await launchExtension({ allowed: ['https://*/*'] });
});
afterAll(() => extension?.close());

// A page that nobody can read yet has no speed.
it.each(replicas.filter(isReadable).map((replica) => [replica.adapter.name, replica] as const))(
  '%s: 200 messages take little more than walking over the page',
  async (name, replica) => {
    const site = await openReplicaSite(extension.context, replica, [long]);
    const page = await extension.context.newPage();
    await page.goto(site.url(long.id));
    const read = async () =>
      pageReportSchema.parse(((await sendToTab(extension, page, 'page-read', {})) as { report: unknown }).report);
    const report = await read();
    expect(report.kind === 'ticket' && report.ticket.messages.length).toBe(200);
    const before = site.requests.length;
    await read();
    const asked = site.requests.length - before;
    const { readMs, walkMs } = await measureReading(page, read);
    process.stdout.write(
      `${name}: ${readMs.toFixed(1)} ms for 200 messages in ${asked} answers; a plain walk ${walkMs.toFixed(2)} ms\n`,
    );
    expect(readMs / walkMs).toBeLessThan(MOST_WALKS + asked * WALKS_AN_ANSWER);
    await page.close();
  },
);

/** A reading parses bodies, finds lines and quotes, checks the ticket and sends it; measured 3 to 30 walks. */
const MOST_WALKS = 60;
/** Taking in an answer is work of the browser, in a turn of its own; where each message is asked for by itself there are 150. Measured about one walk. */
const WALKS_AN_ANSWER = 2;
