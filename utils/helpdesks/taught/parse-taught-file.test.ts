import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import type { TaughtHelpdesk } from '../../domain/taught-helpdesk.ts';
import { parseTaughtFile, toTaughtFile } from './parse-taught-file.ts';

const document = new Window().document as unknown as Document;
const helpdesk: TaughtHelpdesk = {
  kind: 'deskside-helpdesk',
  version: 1,
  id: 'taught:desk-example',
  name: 'Our desk',
  host: 'desk.example',
  address: { path: [{ kind: 'text', text: 't' }, { kind: 'id' }], query: [], hash: [], form: 'number' },
  layout: {
    version: 1,
    parts: { message: [{ css: '.entry', sure: 'taught' }], pane: [{ css: '[data-id="{id}"]', sure: 'taught' }] },
    tests: { public: ['.reply'] },
    order: 'oldest-first',
  },
};
const change = (make: (file: Record<string, unknown>) => unknown): string => {
  const file: Record<string, unknown> = JSON.parse(toTaughtFile(helpdesk));
  return JSON.stringify(make(file));
};

it('reads back what was written', () => {
  expect(parseTaughtFile(toTaughtFile(helpdesk), document)).toEqual({ ok: true, value: helpdesk });
});

it.each([
  ['text that is no JSON', 'hello', /no JSON/],
  ['another kind of file', '{"kind":"voices"}', /kind/],
  ['a file of a newer version', change((file) => ({ ...file, version: 2 })), /version.*Update/],
  ['a file without an address', change(({ address: _left, ...file }) => file), /“address”/],
  ['a host with a path', change((file) => ({ ...file, host: 'desk.example/x' })), /“host”/],
  ['an id of another host', change((file) => ({ ...file, host: 'bank.example' })), /“id”/],
  [
    'a selector that is none',
    change((file) => ({ ...file, layout: { ...helpdesk.layout, tests: { public: ['.reply >> x'] } } })),
    /layout\.tests\.public\[0\]/,
  ],
  [
    'a field of an unknown name in its place',
    change((file) => ({ ...file, layout: { ...helpdesk.layout, order: 'random' } })),
    /layout\.order/,
  ],
  ['far too much', `${' '.repeat(100_001)}`, /too long/],
])('refuses %s and names what to mend', (_what, text, said) => {
  const parsed = parseTaughtFile(text, document);
  expect(parsed.ok).toBe(false);
  expect(parsed.ok ? '' : parsed.error).toMatch(said);
});

it('takes over nothing that the schema does not know', () => {
  const parsed = parseTaughtFile(
    change((file) => ({ ...file, run: 'alert(1)' })),
    document,
  );
  expect(parsed).toEqual({ ok: true, value: helpdesk });
});
