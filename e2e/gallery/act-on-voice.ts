import type { Page } from 'playwright-core';

/** What is pressed in the cases of "Voice" and "Glossary"; `name` without `options-`. */
export async function actOnVoice(shown: Page, name: string): Promise<void> {
  const press = (label: string | RegExp): Promise<void> => shown.getByRole('button', { name: label }).first().click();
  const slide = (label: string, key: 'Home' | 'End'): Promise<void> => shown.getByRole('slider', { name: label }).press(key);
  if (name === 'voice-assigned') {
    await press(/^Billing/);
    await shown.getByLabel(/^Languages/).fill('German, Klingonisch');
    await press('Remove voice…');
  }
  if (name === 'voice-changed' || name === 'voice-saved' || name === 'voice-refused') {
    await slide('Warmth', 'End');
    await slide('Address', 'Home');
    await slide('Length', 'End');
    await shown.getByLabel('Order').selectOption('assure-then-action');
    await press('Add a reply');
    await press('Deutsch');
  }
  if (name === 'voice-changed') {
    await press(/^Developers/);
    await press('Add a voice');
    await press('Add');
    await press(/^Standard/);
  }
  if (name === 'voice-saved' || name === 'voice-refused') await press('Save as new version');
  if (name === 'voice-problems') {
    await shown.getByLabel(/^Greeting/).fill('Unfortunately, {firstname},');
    await shown.getByLabel(/^House rules/).fill('x'.repeat(340));
    await press('Add a reply');
    await shown.getByLabel('What the requester wrote').fill('Where is my invoice?');
  }
  if (name === 'glossary-pasted') {
    await shown.getByLabel('Add terms').fill('Northwind Sync\nworkspace = es: espacio\ninvoice = Rechnung\n= de: Konto');
    await press('Add');
  }
  if (name === 'glossary-some') await press('Change workspace');
}
