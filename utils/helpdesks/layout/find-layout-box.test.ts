import { expect, it } from 'vitest';
import type { TicketLayout } from '../../domain/ticket-layout.ts';
import { ticketIdSchema } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { findLayoutBox } from './find-layout-box.ts';
import { form, layout, lead, open, whole } from './layout-page.test-support.ts';

const findBox = (page: HelpdeskPage) => findLayoutBox(page, layout, ticketIdSchema.parse('7'));

it('tells the ticket of a box from inside its own form, and who reads it from the form’s marks', () => {
  expect(findBox(open(whole + form.replace('"7"', '"8"')))).toMatchObject({ box: { ticketId: '8' } });
  expect(findBox(open(whole + form.replace('is-public', 'is-note')))).toMatchObject({ box: { visibility: 'internal' } });
  expect(findBox(open(whole + form.replace('is-public', 'is-anything')))).toMatchObject({
    box: { visibility: 'internal', isUnsaid: true },
  });
});

it('finds no box in a message, none without one, and refuses to choose between two', () => {
  expect(findBox(open(whole)).kind).toBe('none');
  expect(findBox(open(whole.replace('Help', form))).kind).toBe('none');
  expect(findBox(open(whole + form + form)).kind).toBe('several');
});

const { replyTicketId: _, ...partsWithoutReplyTicket } = layout.parts;

it('takes an editor or a mark of the audience in a message for nobody’s, where the reply pane holds the thread', () => {
  const around: TicketLayout = { ...layout, parts: { ...partsWithoutReplyTicket, replyPane: [lead('[data-pane]')] } };
  const find = (inner: string) => findLayoutBox(open(inner), around, ticketIdSchema.parse('7'));
  const posing = '<i class="is-public"></i><textarea></textarea>';
  expect(find(whole.replace('Help', posing)).kind).toBe('none');
  expect(find(`${whole.replace('Help', posing)}<textarea></textarea>`)).toMatchObject({ box: { visibility: 'internal' } });
});

it('takes the ticket that the pane shows for the box’s, where nothing nearer tells', () => {
  const page = open(whole + form, (pane) => `<div data-pane="7"><i data-shown="6"></i>${pane}</div>`);
  expect(findLayoutBox(page, { ...layout, parts: partsWithoutReplyTicket }, ticketIdSchema.parse('7'))).toMatchObject({
    box: { ticketId: '6' },
  });
});

it('takes a mark of the editor itself for a sign of who reads it, and nothing that is written in it', () => {
  const editor = '<form><input name="ticket" value="7"><div contenteditable="true">Hi</div></form>';
  const audienceOf = (inner: string): unknown => {
    const found = findBox(open(whole + inner));
    return found.kind === 'found' && found.box.visibility;
  };
  expect(audienceOf(editor.replace('<div ', '<div class="is-public" '))).toBe('public');
  expect(audienceOf(editor.replace('Hi', '<i class="is-public">Hi</i>'))).toBe('internal');
});

it('trusts no address where the page has a place for the ticket’s id and shows none there', () => {
  const { pane: _pane, replyTicketId: _reply, ...parts } = layout.parts;
  const by: TicketLayout = { ...layout, parts };
  const find = (page: HelpdeskPage) => findLayoutBox(page, by, ticketIdSchema.parse('7'));
  expect(find(open(whole + form))).toMatchObject({ box: { ticketId: '7' } });
  expect(find(open(whole + form, (inner) => `<div>${inner}</div>`)).kind).toBe('none');
});

it('takes the ticket’s id from the root of a message, and not from inside one', () => {
  const { pane: _pane, replyTicketId: _reply, ...parts } = layout.parts;
  const by: TicketLayout = { ...layout, parts };
  const find = (inner: string) =>
    findLayoutBox(
      open(inner + form, (each) => `<div>${each}</div>`),
      by,
      ticketIdSchema.parse('7'),
    );
  expect(find(whole.replace('class="item in"', 'class="item in" data-shown="6"'))).toMatchObject({ box: { ticketId: '6' } });
  expect(find(whole.replace('Help', '<i data-shown="7"></i>')).kind).toBe('none');
});
