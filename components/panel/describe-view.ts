import type { AbstentionReason, RejectionReason } from '../../utils/domain/draft.ts';
import type { RefusalReason } from '../../utils/domain/insertion.ts';
import type { TicketLock } from '../../utils/domain/ticket.ts';

type Text = { readonly title: string; readonly body: string };

/** Why no draft was made, and what that means. */
export function describeAbstention(reason: AbstentionReason, requester: string): Text {
  switch (reason) {
    case 'no-knowledge':
      return {
        title: 'No draft: there is nothing to draft from yet',
        body: 'Deskside writes only what your articles say. Add them, or try it with the sample help centre.',
      };
    case 'nothing-relevant':
      return {
        title: 'No draft: the knowledge does not cover this',
        body: 'No passage holds enough of what is asked, so an answer would be a guess.',
      };
    case 'nothing-to-answer':
      return { title: 'Nothing to answer', body: `${requester} asks nothing in the newest message.` };
    case 'waiting-for-requester':
      return {
        title: `Waiting for ${requester}`,
        body: 'The newest message is your team’s. A draft is made when there is an answer.',
      };
    case 'empty-ticket':
      return { title: 'This ticket has no message yet', body: 'A draft is made when there is one.' };
    case 'off-topic':
      return {
        title: 'No draft: this is not a question for support',
        body: 'Nothing in it is about what your articles cover. Answer it yourself, or close the ticket.',
      };
    case 'about-the-future':
      return {
        title: 'No draft: this asks what will be',
        body: 'No passage says so, and Deskside does not guess about the future.',
      };
    case 'too-thin':
      return {
        title: 'No draft: too little is said to answer',
        body: 'One question to the requester gets further than a guess.',
      };
  }
}

/** Why the reply was not put into the box, and what to do. Nothing on the page was changed. */
export function describeRefusal(reason: RefusalReason, requester: string, isCopied = false): Text {
  switch (reason) {
    case 'other-ticket':
      return { title: 'Not inserted: the page shows another ticket', body: 'Go back to this draft’s ticket to insert it.' };
    case 'requester-changed':
      return {
        title: 'Not inserted: the ticket has another requester now',
        body: `This draft was written for ${requester}. Draft again for whoever asks now.`,
      };
    case 'new-message':
      return { title: 'Not inserted: someone wrote since this draft was made', body: 'Read the new message, then draft again.' };
    case 'ticket-unreadable':
      return {
        title: 'Not inserted: the ticket could not be read again',
        body: 'Check that you are signed in and online, then insert again.',
      };
    case 'no-editor':
      return {
        title: 'Not inserted: there is no reply box on this page',
        body: 'Open the reply box in the helpdesk, then insert again. Copy works meanwhile.',
      };
    case 'several-editors':
      return { title: 'Not inserted: more than one reply box is open', body: 'Close the others, then insert again.' };
    case 'internal-note':
      return {
        title: 'Not inserted: the box writes an internal note',
        body: 'This draft is a public reply. Switch the box to a public reply, then insert again.',
      };
    case 'public-reply':
      return {
        title: 'Not inserted: the box writes to the requester',
        body: 'This is a note for colleagues. Switch the box to an internal note, then insert again.',
      };
    case 'audience-unknown':
      return {
        title: 'Not inserted: this page does not say who reads the box',
        body: `${isCopied ? 'The reply is on the clipboard: paste' : 'Copy the reply and paste'} it where you answer the requester. Show Deskside the page once, and Insert works here.`,
      };
    case 'editor-refused':
      return {
        title: 'Not inserted: the reply box did not take the text',
        body: isCopied
          ? 'The box is as it was. The reply is on the clipboard: click into the box and paste it.'
          : 'The box is as it was. Copy the reply and paste it there.',
      };
    case 'page-gone':
      return {
        title: 'Not inserted: the page with the ticket does not answer',
        body: 'Reload that page, then insert again. The draft is kept.',
      };
  }
}

export function describeOutdated(why: keyof TicketLock, author: string): Text {
  if (why === 'requesterId')
    return {
      title: 'The ticket has another requester now',
      body: 'This draft was written for someone else, so it can no longer be inserted. It is kept until you redraft.',
    };
  return {
    title: `${author} wrote again`,
    body: 'This draft answers the conversation as it was, so it can no longer be inserted. It is kept until you redraft.',
  };
}

export const rejectionReasons: readonly (readonly [RejectionReason, string])[] = [
  ['fact-wrong', 'A fact is wrong'],
  ['source-outdated', 'The source is out of date'],
  ['misses-question', 'It misses the question'],
  ['wrong-tone', 'Wrong tone'],
  ['too-long', 'Too long'],
  ['wrong-language', 'Wrong language'],
  ['person-must-decide', 'A person has to decide this'],
  ['something-else', 'Something else'],
];
