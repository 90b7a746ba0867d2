import type { ShownPart } from '../domain/teaching.ts';
import { toElementPath, toFirstWords } from '../helpdesks/teach/element-path.ts';
import { pickElements } from '../helpdesks/teach/picking/pick-elements.ts';
import { proposeHelpdesk } from '../helpdesks/teach/propose-helpdesk.ts';
import { send, serveMessages } from '../messaging/teach-messenger.ts';

const words: Record<ShownPart, string> = {
  subject: 'Click the subject of this ticket.',
  requester: 'Click the text of one message from the customer.',
  agent: 'Click the text of one message from an agent.',
  note: 'Click the text of an internal note.',
  reply: 'Click into the box you reply in.',
  author: 'Click the author of a message.',
  time: 'Click the time of a message.',
  body: 'Click the whole text of a message.',
};

/** What the teaching script does in its page: says what to click, tells what was clicked, and what would be read. Changes nothing in the page. */
export function serveTeachingPage(page: Window & typeof globalThis): void {
  let end = (): void => undefined;
  const ask = (part: ShownPart | undefined): void => {
    end();
    end = () => undefined;
    if (!part) return;
    end = pickElements({
      window: page,
      words: words[part],
      onPick(element) {
        const path = toElementPath(element);
        if (path) return void send('teach-shown', { shown: { part, path: [...path], words: toFirstWords(element) } });
        const trouble =
          'This part of the page is closed off (a shadow root), and Deskside can’t look into it. This page can’t be taught.';
        return void send('teach-troubled', { trouble });
      },
      onStop() {
        ask(undefined);
        void send('teach-stopped', {});
      },
    });
  };
  serveMessages({
    'teach-ask': async ({ part }) => {
      ask(part ?? undefined);
      return { kind: 'asked' };
    },
    'teach-propose': async ({ shown, answers }) => ({
      kind: 'proposed',
      proposal: proposeHelpdesk({ document: page.document, url: new URL(page.location.href) }, shown, answers),
    }),
  });
}
