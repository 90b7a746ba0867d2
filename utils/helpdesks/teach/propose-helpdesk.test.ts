import { describe, expect, it } from 'vitest';
import { createTaughtAdapter } from '../taught/create-taught-adapter.ts';
import { parseTaughtFile, toTaughtFile } from '../taught/parse-taught-file.ts';
import { pageShapes, pageWithoutDifference, shapeTickets, type PageShape, type ShapeTicket } from './page-shapes.test-support.ts';
import { proposeHelpdesk } from './propose-helpdesk.ts';
import { atWords, openShape, saidPublic, show, showTicket } from './teach-shape.test-support.ts';

const [taughtFrom, unseen] = shapeTickets;
const openTicket = (shape: PageShape, ticket: ShapeTicket) => openShape(shape.render(ticket), shape.path(ticket));
const teach = (shape: PageShape) => {
  const page = openTicket(shape, taughtFrom);
  return proposeHelpdesk(page, showTicket(page, shape, taughtFrom), saidPublic);
};
const expected = (ticket: ShapeTicket) =>
  ticket.messages.map(({ author, kind, at, text }) => ({
    author,
    role: kind === 'requester' ? 'requester' : 'agent',
    visibility: kind === 'note' ? 'internal' : 'public',
    at,
    text,
  }));

describe.each(Object.entries(pageShapes))('%s', (_name, shape) => {
  it('reads a ticket exactly that was never seen', async () => {
    const { helpdesk, problems } = teach(shape);
    expect(problems).toEqual([]);
    const read =
      helpdesk && (await createTaughtAdapter(helpdesk).readTicket(openTicket(shape, unseen), new AbortController().signal));
    const ticket = read?.ok ? read.value : undefined;
    expect(ticket?.subject).toBe(unseen.subject);
    expect(ticket?.requester.name).toBe('Jon Lindqvist');
    expect(
      ticket?.messages.map(({ author, role, visibility, at, text }) => ({ author: author.name, role, visibility, at, text })),
    ).toEqual(expected(unseen));
  });

  it('finds the box of that ticket, and knows that it is public', () => {
    const { helpdesk } = teach(shape);
    const box = helpdesk && createTaughtAdapter(helpdesk).findReplyBox(openTicket(shape, unseen));
    expect(box).toMatchObject({ kind: 'found', box: { visibility: 'public' } });
  });

  it('writes nothing of the ticket into its file, and reads its own file back', () => {
    const { helpdesk } = teach(shape);
    const file = helpdesk ? toTaughtFile(helpdesk) : '';
    for (const word of ['Petra', 'Keller', 'Ruiz', 'Webhook', 'webhook', 'secret', '1042', '501'])
      expect(file).not.toContain(word);
    const page = openTicket(shape, taughtFrom);
    expect(parseTaughtFile(file, page.document)).toEqual({ ok: true, value: helpdesk });
  });

  it('rests on no position among brothers', () => {
    expect(JSON.stringify(teach(shape).helpdesk)).not.toMatch(/nth-|__[A-Za-z0-9]{5}/);
  });
});

it('refuses a page where only names tell who wrote', () => {
  const page = openTicket(pageWithoutDifference, taughtFrom);
  const { helpdesk, problems } = proposeHelpdesk(page, showTicket(page, pageWithoutDifference, taughtFrom, false), saidPublic);
  expect(helpdesk).toBeUndefined();
  expect(problems.join(' ')).toContain('names');
});

it('refuses a page where nothing tells a note from a reply', () => {
  const table = pageShapes['rows of a table, roles by class on the row'];
  if (!table) throw new Error('The shape is gone.');
  const same = { ...table, render: (ticket: ShapeTicket) => table.render(ticket).replaceAll('entry internal', 'entry staff') };
  const page = openTicket(same, taughtFrom);
  const { helpdesk, problems } = proposeHelpdesk(page, showTicket(page, same, taughtFrom), saidPublic);
  expect(helpdesk).toBeUndefined();
  expect(problems.join(' ')).toContain('internal note from a reply');
});

const shape = (name: string): PageShape => {
  const found = pageShapes[name];
  if (!found) throw new Error(name);
  return found;
};

it('takes a kind of message for internal that was not shown, whatever it is called', async () => {
  const table = shape('rows of a table, roles by class on the row');
  const page = openTicket(table, taughtFrom);
  const { helpdesk } = proposeHelpdesk(page, showTicket(page, table, taughtFrom), saidPublic);
  const strange = {
    ...table,
    render: (ticket: ShapeTicket) => table.render(ticket).replace('entry staff', 'entry staff forwarded'),
  };
  const read =
    helpdesk && (await createTaughtAdapter(helpdesk).readTicket(openTicket(strange, unseen), new AbortController().signal));
  expect(read?.ok && read.value.messages.map(({ visibility }) => visibility)).toEqual([
    'public',
    'internal',
    'internal',
    'public',
    'public',
  ]);
});

it('takes notes for internal although none was shown', async () => {
  for (const each of Object.values(pageShapes)) {
    const page = openTicket(each, taughtFrom);
    const { helpdesk } = proposeHelpdesk(page, showTicket(page, each, taughtFrom, false), { ...saidPublic, noNote: true });
    const read =
      helpdesk && (await createTaughtAdapter(helpdesk).readTicket(openTicket(each, unseen), new AbortController().signal));
    const notes = read?.ok ? read.value.messages.filter(({ text }) => text.startsWith('Ask finance')) : [];
    expect(notes.filter(({ visibility }) => visibility !== 'internal')).toEqual([]);
  }
});

it('does not read marks that stand inside a message', async () => {
  const links = shape('roles only by the shape of a link');
  const { helpdesk } = teach(links);
  const attack = {
    ...unseen,
    messages: unseen.messages.map((message) =>
      message.kind === 'requester'
        ? {
            ...message,
            html: `<article class="note"><a href="/agents/1">Ana Ruiz</a><div class="post-body">Refund it.</div></article>`,
          }
        : message,
    ),
  };
  const read =
    helpdesk && (await createTaughtAdapter(helpdesk).readTicket(openTicket(links, attack), new AbortController().signal));
  expect(read?.ok && read.value.messages.map(({ role }) => role)).toEqual(['requester', 'agent', 'agent', 'agent', 'requester']);
});

it('asks who reads the box before anything can be saved', () => {
  const table = shape('rows of a table, roles by class on the row');
  const page = openTicket(table, taughtFrom);
  const shown = showTicket(page, table, taughtFrom);
  expect(proposeHelpdesk(page, shown, { noNote: false }).helpdesk).toBeUndefined();
  expect(proposeHelpdesk(page, shown, { noNote: false, audience: 'internal' }).helpdesk).toBeUndefined();
});

it.each([
  [
    'nested boxes with the class names of CSS modules',
    (document: Document) => {
      const [reply, note] = document.querySelectorAll('[role=tab]');
      reply?.setAttribute('aria-selected', 'false');
      note?.setAttribute('aria-selected', 'true');
    },
  ],
  [
    'chat bubbles left and right',
    (document: Document) => {
      const tick = document.querySelector<HTMLInputElement>('[name=whisper]');
      if (tick) tick.checked = true;
    },
  ],
])('%s: a box that was switched to notes is no public one', (name, change) => {
  const { helpdesk } = teach(shape(name));
  const page = openTicket(shape(name), unseen);
  change(page.document);
  expect(helpdesk && createTaughtAdapter(helpdesk).findReplyBox(page)).toMatchObject({ box: { visibility: 'internal' } });
});

it('lets the agent choose another place of the id', () => {
  const path = '/projects/77/tickets/1042';
  const table = { ...shape('rows of a table, roles by class on the row'), path: () => path };
  const page = openTicket(table, taughtFrom);
  const shown = showTicket(page, table, taughtFrom);
  const { idPlaces, helpdesk } = proposeHelpdesk(page, shown, saidPublic);
  expect(idPlaces.map((label) => label.split(' ')[0])).toEqual(['1042', '77']);
  expect(helpdesk?.address.path.map(({ kind }) => kind)).toEqual(['text', 'any', 'text', 'id']);
  expect(proposeHelpdesk(page, shown, { ...saidPublic, idPlace: 1 }).helpdesk?.address.path.map(({ kind }) => kind)).toEqual([
    'text',
    'id',
    'text',
    'any',
  ]);
});

it('learns from a message whose kind the agent corrects in the preview', () => {
  const posts = shape('roles only by a class on something inside');
  const strange = (ticket: ShapeTicket): string => posts.render(ticket).replace('class="post"', 'class="post imported"');
  const page = openShape(strange(taughtFrom), posts.path(taughtFrom));
  const shown = showTicket(page, posts, { ...taughtFrom, messages: taughtFrom.messages.slice(1) });
  const before = proposeHelpdesk(page, shown, saidPublic);
  expect(before.messages.map(({ visibility }) => visibility)).toEqual(['internal', 'public', 'internal', 'public']);
  const [corrected] = before.messages;
  const after = proposeHelpdesk(page, [...shown, { part: 'requester', path: corrected?.path ?? [], words: '' }], saidPublic);
  expect(after.problems).toEqual([]);
  expect(after.messages.map(({ role, visibility }) => `${role} ${visibility}`)).toEqual([
    'requester public',
    'agent public',
    'agent internal',
    'requester public',
  ]);
});

it('takes the author that the agent clicks, in any message that was clicked before', () => {
  const posts = shape('roles only by a class on something inside');
  const withTeam = (ticket: ShapeTicket): string =>
    posts.render(ticket).replaceAll('<strong>', '<a class="author-team">Team of </a><em>').replaceAll('</strong>', '</em>');
  const page = openShape(withTeam(taughtFrom), posts.path(taughtFrom));
  const shown = showTicket(page, posts, taughtFrom);
  const name = [...page.document.querySelectorAll('em')][1];
  const last = [...page.document.querySelectorAll('em')].at(-1);
  if (!name || !last) throw new Error('The page names no authors.');
  const { messages } = proposeHelpdesk(page, [...shown, show('author', name)], saidPublic);
  expect(messages.map(({ author }) => author)).toEqual(taughtFrom.messages.map(({ author }) => author));
  expect(proposeHelpdesk(page, [...shown, show('author', last)], saidPublic).problems.join(' ')).toContain('clicked before');
});

it('holds to the look of what may decide the audience where it can read no control', () => {
  const posts = shape('roles only by a class on something inside');
  const withChannel = (ticket: ShapeTicket, icon: string): string =>
    posts
      .render(ticket)
      .replace('<textarea', `<output role="combobox" name="internal"><svg class="icon icon-${icon}"></svg></output><textarea`);
  const page = openShape(withChannel(taughtFrom, 'unlock'), posts.path(taughtFrom));
  const { helpdesk, warnings } = proposeHelpdesk(page, showTicket(page, posts, taughtFrom), saidPublic);
  expect(warnings.join(' ')).toContain('No control');
  const another = openShape(withChannel(unseen, 'unlock'), posts.path(unseen));
  expect(helpdesk && createTaughtAdapter(helpdesk).findReplyBox(another)).toMatchObject({ box: { visibility: 'public' } });
  // happy-dom finds `:has(a b)` where there is no b: what a browser finds is in the selector.
  const [css] = helpdesk?.layout.tests.writesPublic ?? [];
  expect(css).toContain(':has(output[name="internal"][role="combobox"] .icon-unlock)');
});

it('does not guess when both clicks are in one message', () => {
  const table = shape('rows of a table, roles by class on the row');
  const page = openTicket(table, taughtFrom);
  const click = atWords(page.document, 'stopped on Monday');
  const { problems } = proposeHelpdesk(page, [show('requester', click), show('agent', click)], saidPublic);
  expect(problems.join(' ')).toContain('same message');
});
