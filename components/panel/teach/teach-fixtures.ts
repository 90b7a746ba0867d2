import type { Proposal, Teaching } from '../../../utils/domain/teaching.ts';
import type { PanelInput } from '../panel-view.ts';

const messages: Proposal['messages'] = [
  {
    path: [1, 2, 0],
    author: 'Petra Keller',
    role: 'requester',
    visibility: 'public',
    at: '2026-11-17T09:12:00.000Z',
    words: 'Our webhook stopped on Monday. The signature differs <b>from</b> the one we compute.',
  },
  {
    path: [1, 2, 1],
    author: 'Ana Ruiz',
    role: 'agent',
    visibility: 'public',
    at: '2026-11-17T10:30:00.000Z',
    words: 'Which secret do you use?',
  },
  {
    path: [1, 2, 2],
    author: 'Ana Ruiz',
    role: 'agent',
    visibility: 'internal',
    at: '2026-11-17T10:31:00.000Z',
    words: 'Looks like the rotated key.',
  },
  {
    path: [1, 2, 3],
    author: 'Monitoring',
    role: 'participant',
    visibility: 'internal',
    at: '2026-11-17T11:00:00.000Z',
    words: 'Alert closed.',
  },
];
const proposal: Proposal = {
  subject: 'Webhook signature does not match',
  messages,
  idPlaces: ['1042 in /projects/77/tickets/1042', '77 in /projects/77/tickets/1042'],
  idPlace: 0,
  order: 'oldest-first',
  hasControl: true,
  problems: [],
  warnings: [],
};
const shown: Teaching['shown'] = [
  { part: 'subject', path: [0], words: 'Webhook signature does not match' },
  { part: 'requester', path: [1, 2, 0], words: 'Our webhook stopped on Monday.' },
  { part: 'agent', path: [1, 2, 1], words: 'Which secret do you use?' },
  { part: 'note', path: [1, 2, 2], words: 'Looks like the rotated key.' },
  { part: 'reply', path: [1, 3], words: '' },
];
const helpdesk: NonNullable<Proposal['helpdesk']> = {
  kind: 'deskside-helpdesk',
  version: 1,
  id: 'taught:desk-northwind-example',
  name: 'desk.northwind.example',
  host: 'desk.northwind.example',
  address: { path: [{ kind: 'id' }], query: [], hash: [], form: 'number' },
  layout: { version: 1, parts: {}, tests: {}, order: 'oldest-first' },
};
const teach = (part: Partial<Teaching>): PanelInput => ({
  access: 'this-visit',
  isStopped: false,
  teaching: { tabId: 7, host: 'desk.northwind.example', shown: [], answers: { noNote: false }, trouble: '', ...part },
});

/** States of teaching a page, by name. */
export const teachingInputs: Readonly<Record<string, PanelInput>> = {
  'teach-start': teach({}),
  'teach-second': teach({ shown: shown.slice(0, 1) }),
  'teach-note': teach({ shown: shown.slice(0, 3), proposal }),
  'teach-no-note': teach({ shown: shown.slice(0, 3), answers: { noNote: true }, proposal }),
  'teach-trouble': teach({
    shown: shown.slice(0, 3),
    trouble: 'This part of the page is closed off (a shadow root), and Deskside can’t look into it. This page can’t be taught.',
  }),
  'teach-check': teach({
    shown,
    answers: { noNote: false },
    proposal: { ...proposal, problems: ['Say who reads what is written into the box.'] },
  }),
  'teach-ready': teach({
    shown,
    answers: { noNote: false, audience: 'public' },
    proposal: {
      ...proposal,
      helpdesk,
      warnings: [
        'No machine-readable time was found in the messages.',
        'No control that Deskside can read decides who reads the box. It counts as public as long as it looks as it does now.',
      ],
    },
  }),
  'teach-mending': teach({
    shown,
    answers: { noNote: false, audience: 'public' },
    mending: 'author',
    proposal: { ...proposal, helpdesk },
  }),
  'teach-refused': teach({
    shown,
    answers: { noNote: false, audience: 'public' },
    proposal: {
      ...proposal,
      messages: [],
      subject: '',
      problems: [
        'Nothing but the names tells the requester’s messages from an agent’s on this page, and names can be chosen by anyone. It can’t be taught.',
      ],
    },
  }),
};
