import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Teaching } from '../../../utils/domain/teaching.ts';
import { TeachBar } from './teach-bar.tsx';
import { teachingInputs } from './teach-fixtures.ts';
import { TeachView } from './teach-view.tsx';

const unused = (): never => {
  throw new Error('nothing may be ordered while drawing');
};
const find = (name: string): Teaching => {
  const teaching = teachingInputs[name]?.teaching;
  if (!teaching) throw new Error(name);
  return teaching;
};
const view = (name: string): string => renderToStaticMarkup(<TeachView teaching={find(name)} onTeach={unused} />);
const bar = (name: string): string => renderToStaticMarkup(<TeachBar teaching={find(name)} onTeach={unused} />);

it('shows the steps with what was clicked, and hints at the next one only', () => {
  const html = view('teach-second');
  expect(html).toContain('“Webhook signature does not match”');
  expect(html.match(/is-now/g)).toHaveLength(1);
  expect(html).toContain('Deskside finds the others like it');
});

it('can go on where there is no note', () => {
  expect(view('teach-note')).toContain('There is none here');
  expect(view('teach-no-note')).toContain('There is none here.');
});

it('chooses no audience for the agent', () => {
  expect(view('teach-check')).not.toContain('checked=""');
  expect(view('teach-ready').match(/checked=""/g)).toHaveLength(1);
});

it('draws what the page says as text', () => {
  expect(view('teach-ready')).toContain('&lt;b&gt;from&lt;/b&gt;');
});

it('offers Save once everything is shown, and locks it while something is in the way', () => {
  expect(bar('teach-note')).not.toContain('Save');
  expect(bar('teach-check')).toMatch(/aria-disabled="true"[^>]*>Save/);
  expect(bar('teach-refused')).toMatch(/aria-disabled="true"[^>]*>Save/);
  expect(bar('teach-ready')).not.toContain('aria-disabled');
});
