import type { ShownPart } from '../../../utils/domain/teaching.ts';

/** The steps as the agent reads them; `hint` stands under the one that is next. */
export const stepWords: Readonly<Record<ShownPart, { readonly title: string; readonly hint: string }>> = {
  subject: { title: 'Click the subject', hint: 'In the page, at the top of the ticket.' },
  requester: { title: 'Click one message from the customer', hint: 'Any one will do. Deskside finds the others like it.' },
  agent: { title: 'Click one message from an agent', hint: 'One that the customer has read.' },
  note: { title: 'Click an internal note', hint: 'So that a note is never taken for a reply.' },
  reply: { title: 'Click the box you reply in', hint: 'Open it first: hold Alt to click in the page as ever.' },
  author: { title: 'Click the author of a message', hint: 'Any one will do.' },
  time: { title: 'Click the time of a message', hint: 'Any one will do.' },
  body: { title: 'Click the text of a message', hint: 'Any one will do.' },
};

/** What can be shown anew once everything was shown. */
export const mendable: readonly (readonly [ShownPart, string])[] = [
  ['subject', 'Subject'],
  ['author', 'Author'],
  ['time', 'Time'],
  ['body', 'Text'],
  ['reply', 'Reply box'],
];
