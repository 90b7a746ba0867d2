import { join } from 'node:path';
import type { DraftRecord } from '../../utils/domain/draft.ts';
import type { Extension } from '../../e2e/support/extension.ts';
import { readDrafts, readOutcomes } from '../../e2e/support/own-data.ts';
import { joinPictures } from './join-pictures.ts';

export type PlayedTicket = {
  readonly title: string;
  readonly question: string;
  readonly record: DraftRecord;
  readonly picture: string;
};

type Helpdesk = { readonly url: string; readonly idOf: (ref: string) => string };

/** Does what an agent does: opens the ticket, reads the draft in the panel, inserts it, presses the helpdesk's own Send. */
export async function playAgent(extension: Extension, helpdesk: Helpdesk, ref: string, output: string): Promise<PlayedTicket> {
  const ticketId = helpdesk.idOf(ref);
  const page = await extension.context.newPage();
  await page.goto(`${helpdesk.url}/tickets/${ticketId}`);
  const panel = await extension.openOwnPage(`sidepanel.html?tab=${await extension.tabIdOf(page)}`);
  await panel.setViewportSize({ width: 380, height: 860 });
  const insert = panel.getByRole('button', { name: /^Insert/ });
  await insert.waitFor();
  const picture = join(output, `ticket-${ticketId}.png`);
  await joinPictures(extension.context, [await page.screenshot(), await panel.screenshot()], picture);

  await insert.click();
  await panel.getByText('It is not sent').waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.waitForLoadState();
  const isSent = async (): Promise<boolean> =>
    (await readOutcomes(panel)).some((row) => row.ticketId === ticketId && row.step === 'sent');
  for (let tries = 0; !(await isSent()); tries += 1) {
    if (tries > 100) throw new Error(`The reply to ticket ${ticketId} was sent, but not found again.`);
    await page.waitForTimeout(100);
  }
  const record = (await readDrafts(panel)).findLast((one) => one.lock.ticketId === ticketId && one.receipt);
  if (!record) throw new Error(`No draft of ticket ${ticketId} was inserted.`);
  await panel.close();
  await page.close();
  return { title: `#${ticketId} ${record.subject}`, question: ref, record, picture };
}
