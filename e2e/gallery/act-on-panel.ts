import type { Page } from 'playwright-core';

const keys: Readonly<Record<string, string>> = {
  'drafted-editing': 'e',
  'drafted-rejecting': 'x',
  'drafted-passage': '1',
  'drafted-help': '?',
  refining: 'r',
  'refining-model': 'r',
  'versions-changed': 'r',
  'editing-versions': 'e',
};

/** What is pressed to see what an agent opens in a state of the panel; `name` without `panel-`. */
export async function actOnPanel(shown: Page, name: string): Promise<void> {
  const key = keys[name];
  if (key) await shown.keyboard.press(key);
  if (name === 'versions-changed') {
    for (const summary of await shown.getByText('What changed').all()) await summary.click();
  }
  if (name === 'conflict-other') await shown.getByRole('radio').last().check();
  if (name === 'conflict-settled') await shown.keyboard.press('Enter');
  if (name.startsWith('reading-aid')) {
    await shown.getByRole('button', { name: name.endsWith('conversation') ? /^Conversation in/ : /^Read in/ }).click();
  }
  if (name.startsWith('trace')) {
    await shown.getByRole('button', { name: 'How it was made' }).click();
    for (const summary of await shown.locator('.trace > details > summary').all()) await summary.click();
  }
  if (name === 'trace-model') await shown.getByText('Given: passages').click();
  if (name === 'summary-open') await shown.locator('.summary summary').click();
}
