import type { Page } from 'playwright-core';

/** What is pressed in the cases of `drafting-options-cases.tsx` and `helpdesks-cases.tsx`; `name` without `options-`. */
export async function actOnOptions(shown: Page, name: string): Promise<void> {
  const press = (label: string | RegExp): Promise<void> => shown.getByRole('button', { name: label }).first().click();
  const fill = (label: string | RegExp, text: string): Promise<void> => shown.getByLabel(label).first().fill(text);
  switch (name) {
    case 'helpdesks-taught':
      return shown.locator('.helpdesk-known summary').click();
    case 'helpdesks-removing':
      return press(/^Remove Northwind/);
    case 'backend-built-in-progress':
      return press('Download the model');
    case 'backend-built-in-ready':
      return shown.getByRole('radio', { name: /^Built into/ }).check();
    case 'backend-azure':
      return shown.getByRole('radio', { name: /^Azure/ }).check();
    case 'backend-listed':
    case 'backend-list-failed':
      await press('List its models');
      return shown
        .getByText(/to choose from|as the service spells it/)
        .first()
        .waitFor();
    case 'backend-problems':
      await fill('Address', 'http://models.example/v1');
      await fill(/^Drafting model/, '');
      await fill(/^Price of a million tokens sent/, 'two cents');
      return press('Save');
    case 'backend-styling':
      return press('Set a styling model');
    case 'backend-save-failed':
    case 'backend-saved':
      await press('Save');
      return shown
        .locator('.save-row')
        .getByText(/Saved|may not ask/)
        .first()
        .waitFor();
    case 'drafting-pinned':
      await shown.getByText('Pinned articles', { exact: false }).last().click();
      await fill('Find an article to pin', 'Rechnung');
      return press('Find');
    case 'spending-problems':
      await fill('Currency', 'euros');
      await fill(/^Largest request/, '12');
      await fill(/^Longest reply/, '');
      await fill(/^At most a month/, '400');
      return;
    case 'case-note-editing':
      return press('Define fields');
    case 'case-note-problem':
      await press('Change the fields');
      await fill('Fields', '[{ "name": "due on", "kind": "day" }]');
      return press('Save');
  }
}
