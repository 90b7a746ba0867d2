import { browser } from 'wxt/browser';
import type { OutcomeLog } from '../storage/outcome-log.ts';
import { readSettings } from '../storage/settings-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Removes outcomes, and with them the sent texts, that are older than the team keeps them. */
export async function removeOldOutcomes(outcomes: Pick<OutcomeLog, 'removeBefore'>): Promise<number> {
  const { keepOutcomesDays } = await readSettings();
  return outcomes.removeBefore(new Date(Date.now() - keepOutcomesDays * DAY_MS).toISOString());
}

/** Sets the daily alarm unless it is set: setting it at each waking would put it off for ever. */
export async function keepRetentionAlarm(): Promise<void> {
  if (!(await browser.alarms.get('retention')))
    await browser.alarms.create('retention', { delayInMinutes: 5, periodInMinutes: 24 * 60 });
}
