import { expect, it } from 'vitest';
import type { OfferedTool } from '../../utils/domain/look-up.ts';
import {
  checkServerForm,
  findServerAddressProblem,
  toToolForm,
  type ServerForm,
  type SlotForm,
  type ToolForm,
} from './look-ups-form.ts';

const hash = 'a'.repeat(64);
const offered: OfferedTool = {
  name: 'get_order',
  title: 'Order',
  description: '',
  isReadOnly: true,
  schemaHash: hash,
  parameters: [
    { name: 'number', type: 'string', isRequired: true, description: '' },
    { name: 'limit', type: 'integer', isRequired: false, description: '' },
  ],
};
const tick = (slots: Record<string, SlotForm>, more: Partial<ToolForm> = {}): ServerForm => ({
  id: 'shop',
  name: 'Shop',
  url: 'https://shop.example/mcp',
  tools: [{ ...toToolForm(offered, undefined), isTicked: true, slots, ...more }],
});
const pattern: SlotForm = { from: 'pattern', text: 'NW-\\d{6}' };

it('a ticked tool is saved with where its arguments come from and what it promised', () => {
  const checked = checkServerForm(
    tick({ number: pattern, limit: { from: 'fixed', text: '5' } }, { ownerField: ' order.email ' }),
  );
  expect(checked).toMatchObject({
    ok: true,
    server: {
      tools: [
        {
          name: 'get_order',
          schemaHash: hash,
          ownerField: 'order.email',
          arguments: { number: { from: 'pattern', pattern: 'NW-\\d{6}' }, limit: { from: 'fixed', value: 5 } },
        },
      ],
    },
  });
});

it('a tool that is not ticked is not saved', () => {
  expect(checkServerForm(tick({}, { isTicked: false }))).toMatchObject({ ok: true, server: { tools: [] } });
});

it.each([
  [{}, 'get_order number', 'needs this'],
  [{ number: { from: 'pattern', text: '(a+)+' } }, 'get_order number', 'Not a pattern'],
  [{ number: pattern, limit: { from: 'fixed', text: 'many' } }, 'get_order limit', 'takes a number'],
] as [Record<string, SlotForm>, string, string][])('%j is held back at "%s"', (slots, field, said) => {
  const checked = checkServerForm(tick(slots));
  expect(checked.ok ? {} : checked.problems[field]).toContain(said);
});

it('a tool that may change things needs a word of its own', () => {
  const writes = { offered: { ...offered, isReadOnly: false } };
  expect(checkServerForm(tick({ number: pattern }, writes)).ok).toBe(false);
  expect(checkServerForm(tick({ number: pattern }, { ...writes, mayChangeThings: true })).ok).toBe(true);
});

it('a tool that promises something else than when it was ticked is not ticked any more, and says so', () => {
  const checked = checkServerForm(tick({ number: pattern }, { mayChangeThings: true }));
  const saved = checked.ok ? checked.server.tools[0] : undefined;
  expect(toToolForm(offered, saved)).toMatchObject({ isTicked: true, isChanged: false, slots: { number: pattern } });
  expect(toToolForm({ ...offered, schemaHash: 'b'.repeat(64) }, saved)).toMatchObject({
    isTicked: false,
    isChanged: true,
    mayChangeThings: false,
  });
});

it.each(['', 'shop', 'http://shop.example/mcp', 'https://a:b@shop.example/mcp', 'ftp://shop.example'])(
  '"%s" is no address to ask',
  (url) => {
    expect(findServerAddressProblem(url)).toBeDefined();
  },
);

it.each(['https://shop.example/mcp', 'http://127.0.0.1:3001/mcp'])('%s may be asked', (url) => {
  expect(findServerAddressProblem(url)).toBeUndefined();
});
