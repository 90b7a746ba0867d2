import { expect, it } from 'vitest';
import type { TicketLayout } from '../../domain/ticket-layout.ts';
import { ticketIdSchema } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { findLayoutBox } from './find-layout-box.ts';
import { form, item, layout, lead, open, whole } from './layout-page.test-support.ts';
import { readLayout } from './read-layout.ts';

const read = (page: HelpdeskPage, by = layout) => readLayout(page, by, '7');
const messagesOf = (page: HelpdeskPage, by = layout) => {
  const result = read(page, by);
  return result.ok ? result.value.messages : result.error.missing;
};
const findBox = (page: HelpdeskPage) => findLayoutBox(page, layout, ticketIdSchema.parse('7'));

it('reads each message with its marks', () => {
  expect(messagesOf(open(whole))).toMatchObject([
    { id: '1', role: 'requester', visibility: 'public', at: '2026-11-20T01:00:00.000Z', text: 'Help', author: { name: 'Ana' } },
    { id: '2', role: 'agent', visibility: 'public' },
    { id: '3', role: 'agent', visibility: 'internal' },
  ]);
});

it('counts what bears no known mark as internal, and its author as nobody’s side', () => {
  expect(messagesOf(open(`<h1>Hello</h1>${item(1, 'in', 'Help')}${item(2, 'new-kind', '?')}`))).toMatchObject([
    {},
    { role: 'participant', visibility: 'internal' },
  ]);
});

it('looks for no mark, message, author or time inside a body', () => {
  const posing = `Help<b>Root</b><time datetime="1999-01-01T00:00:00Z"></time><i class="note out"></i>${item(9, 'out', 'I am your agent')}`;
  const messages = messagesOf(open(`<h1>Hello</h1>${item(1, 'in', posing)}`));
  expect(messages).toMatchObject([
    { id: '1', role: 'requester', visibility: 'public', at: '2026-11-20T01:00:00.000Z', author: { name: 'Ana' } },
  ]);
  expect(messages).toHaveLength(1);
});

it('takes no subject from a message', () => {
  expect(read(open(`${item(1, 'in', '<h1 class="new">Fake</h1>')}<h1>True</h1>`))).toMatchObject({ value: { subject: 'True' } });
});

it('takes the next lead when the surest finds nothing, and tells where it looked when none does', () => {
  expect(read(open(whole))).toMatchObject({ value: { subject: 'Hello' } });
  expect(read(open(whole.replace('<h1>Hello</h1>', '')))).toEqual({
    ok: false,
    error: { missing: 'the subject', tried: ['subject: h1.new (source): 0 found', 'subject: h1 (source): 0 found'] },
  });
});

it.each([
  ['the text of message 2', whole.replace('<div class="body">Yes</div>', '')],
  ['the author of message 1', whole.replace('<b>Ana</b>', '')],
  ['any message', '<h1>Hello</h1>'],
])('reads nothing when %s is missing', (missing, inner) => {
  expect(messagesOf(open(inner))).toBe(missing);
});

it('reads nothing when the page tells nobody’s side', () => {
  const sideless = whole.replaceAll('item in', 'item').replaceAll('item out', 'item');
  expect(messagesOf(open(sideless))).toBe('who asks and who answers');
  expect(messagesOf(open(sideless.replace('class="item"', 'class="item in"')))).toHaveLength(3);
});

it('leaves out what is no message', () => {
  expect(messagesOf(open(`${whole}<div class="item log">Status changed</div>`))).toHaveLength(3);
});

it('says so when the page holds back part of the thread', () => {
  expect(read(open(`${whole}<button class="load-more">12 more</button>`))).toMatchObject({
    value: { incomplete: 'older messages are not loaded' },
  });
  expect(read(open(whole))).not.toHaveProperty('value.incomplete');
});

it('puts the newest last, whatever the page’s order', () => {
  const ids = (by: TicketLayout): unknown => {
    const messages = messagesOf(open(whole), by);
    return typeof messages === 'string' ? messages : messages.map(({ id }) => id);
  };
  expect(ids({ ...layout, order: 'newest-first' })).toEqual(['3', '2', '1']);
  expect(ids({ ...layout, order: 'by-time' })).toEqual(['1', '2', '3']);
});

it('reads the pane of its own ticket, however many are mounted', () => {
  const other = `<div data-pane="8"><i data-shown="8"></i><h1>Other</h1>${item(1, 'in', 'Other')}${form.replace('"7"', '"8"')}</div>`;
  const page = open(whole + form, (pane) => `${other}<div data-pane="7"><i data-shown="7"></i>${pane}</div>${other}`);
  expect(read(page)).toMatchObject({ value: { subject: 'Hello' } });
  expect(findBox(page)).toMatchObject({ kind: 'found', box: { ticketId: '7', visibility: 'public' } });
});

it('reads nothing while the pane still shows another ticket', () => {
  const page = open(whole, (pane) => `<div data-pane="7"><i data-shown="6"></i>${pane}</div>`);
  expect(messagesOf(page)).toBe('ticket 7 (it still shows ticket 6)');
});

it('gives messages without an id one that stays the same', () => {
  const nameless = { ...layout, parts: { ...layout.parts, messageId: [] } };
  const first = messagesOf(open(whole), nameless);
  expect(first).toMatchObject([{ id: expect.stringMatching(/^page:\w+$/) }, {}, {}]);
  expect(messagesOf(open(whole), nameless)).toEqual(first);
});

it('takes an id with other characters for no selector', () => {
  const page = open(whole);
  expect(readLayout(page, layout, '7"], body, [x="')).toMatchObject({ ok: false });
});

const timeless = whole.replaceAll(/<time[^>]*>/g, '<time datetime="vor 2 Std.">');
const noon = new Date('2026-11-21T12:00:00Z');
const readTimes = (inner: string, by = layout) => {
  const result = readLayout(open(inner), by, '7', noon);
  return result.ok ? result.value.messages.map(({ at: time }) => time.slice(8, 13)) : result.error.missing;
};

it('reads a page without machine-readable times: it says so, and puts in the moment of reading', () => {
  expect(readTimes(timeless)).toEqual(['21T12', '21T12', '21T12']);
  expect(read(open(timeless))).toMatchObject({ value: { incomplete: 'the times of messages are not exact' } });
});

it('puts in the time of the message before, else of the next, so that the order stays', () => {
  const [, first = '', second = '', third = ''] = /(.*?datetime="[^"]*")(.*?datetime="[^"]*")(.*)/.exec(whole) ?? [];
  const without = (part: string): string => part.replace(/datetime="[^"]*"/, '');
  expect(readTimes(first + without(second) + third)).toEqual(['20T01', '20T01', '20T03']);
  expect(readTimes(without(first) + second + third)).toEqual(['20T02', '20T02', '20T03']);
});

it('reads nothing without a time where only times tell the order', () => {
  expect(readTimes(timeless, { ...layout, order: 'by-time' })).toBe('the time of message 1');
});

it('gives the same ids at every read of a page without times, and a new one to a message that says the same again', () => {
  const by: TicketLayout = { ...layout, parts: { ...layout.parts, messageId: [] }, order: 'newest-first' };
  const idsOf = (inner: string, now: Date) => {
    const result = readLayout(open(inner), by, '7', now);
    return result.ok ? result.value.messages.map(({ id }) => id) : [];
  };
  const before = idsOf(timeless, noon);
  expect(idsOf(timeless, new Date(0))).toEqual(before);
  const oldest = /<div class="item in".*?<\/div><\/div>/.exec(timeless)?.[0] ?? '';
  const after = idsOf(timeless.replace(oldest, oldest + oldest), noon);
  expect(new Set(after).size).toBe(4);
  const again = idsOf(timeless.replace('</h1>', `</h1>${oldest}`), noon);
  expect(again.slice(0, 3)).toEqual(before);
  expect(before).not.toContain(again[3]);
});

it('puts messages in order by ids that count up, and reads nothing when one has none', () => {
  const by: TicketLayout = { ...layout, order: 'by-id' };
  const mixed = `<h1>Hello</h1>${item(10, 'out', 'Later')}${item(9, 'in', 'Help')}`;
  expect(messagesOf(open(mixed), by)).toMatchObject([{ id: '9' }, { id: '10' }]);
  expect(messagesOf(open(mixed.replace('m-9', 'x-9')), by)).toBe('the id of message 2');
});

it('finds the pane that the tab of the ticket controls', () => {
  const by: TicketLayout = {
    ...layout,
    parts: { ...layout.parts, pane: [lead('a[href="/{id}"]', { follow: 'aria-controls' })] },
  };
  const tabs = '<a href="/8" aria-controls="p8"></a><a href="/7" aria-controls="p7"></a>';
  const other = '<div id="p8"><h1>Other</h1></div>';
  expect(
    read(
      open(whole, (pane) => `${tabs}${other}<div id="p7">${pane}</div>`),
      by,
    ),
  ).toMatchObject({ value: { subject: 'Hello' } });
  expect(
    messagesOf(
      open(whole, (pane) => `${tabs}${other}<div id="p9">${pane}</div>`),
      by,
    ),
  ).toBe('the pane of the open ticket');
});

it('reads a body that stands as HTML in an attribute', () => {
  const by: TicketLayout = { ...layout, parts: { ...layout.parts, body: [lead('.rich[html]', { attribute: 'html' })] } };
  const rich = item(1, 'in', '').replace(
    '<div class="body">',
    '<div class="rich" html="&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two &amp;amp; <b>3</b>&lt;/p&gt;">',
  );
  expect(messagesOf(open(`<h1>Hello</h1>${rich}`), by)).toMatchObject([{ text: 'One\n\nTwo & 3' }]);
});

it('says so when comments on messages are left out, and takes no words in a message for one', () => {
  const by: TicketLayout = { ...layout, tests: { ...layout.tests, comments: ['.comment'] } };
  const comment = '<div class="comment">Of another</div>';
  const said = { value: { incomplete: 'comments on messages are not read' } };
  expect(read(open(whole.replace('</b>', `</b>${comment}`)), by)).toMatchObject(said);
  expect(read(open(whole + comment), by)).toMatchObject(said);
  expect(read(open(whole.replace('Help', comment)), by)).not.toHaveProperty('value.incomplete');
});

it('reads no body inside what is dropped', () => {
  const commented = item(1, 'in', 'Help').replace('</b>', '</b><div class="comment"><div class="body">Of another</div></div>');
  expect(messagesOf(open(`<h1>Hello</h1>${commented}`), { ...layout, drop: ['.comment'] })).toMatchObject([{ text: 'Help' }]);
});

it('knows who is signed in by their id where the page has one, and by their name where not', () => {
  const named = { ...layout.parts, agentName: [lead('.me')] };
  const page = open(`${whole}<span class="me" data-user="12">Ana</span>`);
  const agentId = [lead('[data-user]', { attribute: 'data-user' })];
  expect(read(page, { ...layout, parts: { ...named, agentId } })).toMatchObject({ value: { agent: { id: '12', name: 'Ana' } } });
  expect(read(page, { ...layout, parts: named })).toMatchObject({ value: { agent: { id: 'ana', name: 'Ana' } } });
});
