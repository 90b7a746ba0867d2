import { browser } from 'wxt/browser';

/** Name of the one alarm that has sources read again. */
export const SYNC_ALARM = 'sync';

/** Sets the alarm, and each minute after it until it is set anew; setting it to what it is set to does nothing. */
export async function setSyncAlarm(at: Date | undefined): Promise<void> {
  const set = await browser.alarms.get(SYNC_ALARM);
  if (at === undefined) {
    if (set) await browser.alarms.clear(SYNC_ALARM);
  } else if (set?.scheduledTime !== at.getTime()) {
    await browser.alarms.create(SYNC_ALARM, { when: at.getTime(), periodInMinutes: 1 });
  }
}
