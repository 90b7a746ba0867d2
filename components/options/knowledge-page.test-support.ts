import { act } from 'react';

/** What a person sees and does on a page that stands in `document`. */
export const buttons = (): HTMLButtonElement[] => [...document.querySelectorAll('button')];
export const find = (label: string): HTMLButtonElement => {
  const button = buttons().find((each) => (each.getAttribute('aria-label') ?? each.textContent) === label);
  if (!button)
    throw new Error(
      `no button ${label}; there are ${buttons()
        .map((each) => each.textContent)
        .join(', ')}`,
    );
  return button;
};
export const press = (label: string): Promise<void> => act(async () => find(label).click());
export const fieldOf = (label: string): HTMLInputElement | HTMLSelectElement => {
  const tag = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label));
  const field = tag && document.getElementById(tag.htmlFor);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
  throw new Error(`no field ${label}`);
};
export const fill = (field: Element | null, value: string): Promise<void> =>
  act(async () => {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) throw new Error('no field');
    const prototype = Object.getPrototypeOf(field) as object;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  });
export const text = (): string => document.body.textContent ?? '';
