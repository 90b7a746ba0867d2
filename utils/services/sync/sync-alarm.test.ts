import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setSyncAlarm, SYNC_ALARM } from './sync-alarm.ts';

beforeEach(() => fakeBrowser.reset());
const noon = new Date('2030-11-21T12:00:00.000Z');

it('there is one alarm, at the time that was set last, and each minute after it', async () => {
  await setSyncAlarm(new Date('2030-11-21T11:00:00.000Z'));
  await setSyncAlarm(noon);
  expect(await browser.alarms.getAll()).toMatchObject([{ name: SYNC_ALARM, scheduledTime: noon.getTime(), periodInMinutes: 1 }]);
});

it('setting it to its own time again leaves it alone, as every waking worker does', async () => {
  await setSyncAlarm(noon);
  const create = vi.spyOn(browser.alarms, 'create');
  await setSyncAlarm(noon);
  expect(create).not.toHaveBeenCalled();
});

it('with nothing to read there is none, and others stay', async () => {
  await browser.alarms.create('retention', { periodInMinutes: 60 });
  await setSyncAlarm(noon);
  await setSyncAlarm(undefined);
  expect((await browser.alarms.getAll()).map(({ name }) => name)).toEqual(['retention']);
});
