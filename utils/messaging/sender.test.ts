import { expect, it } from 'vitest';
import { identifySender } from './sender.ts';

const id = 'abcdefghijklmnop';
const origin = `chrome-extension://${id}`;
const tab = { id: 7, index: 0, windowId: 1 } as never;
const identify = (sender: object | undefined) => identifySender(sender as never, id, origin);

it.each([
  ['our content script in the top frame', { id, tab, frameId: 0, url: 'https://desk.example/tickets/1' }, 'content'],
  [
    'our content script on a local helpdesk',
    { id, tab, frameId: 0, url: 'http://127.0.0.1:8090/Ticket/Display.html?id=1' },
    'content',
  ],
  ['our panel', { id, url: `${origin}/sidepanel.html` }, 'page'],
  ['our options page in a tab', { id, tab, frameId: 0, url: `${origin}/options.html` }, 'page'],
  ['our worker', { id, url: `${origin}/background.js` }, 'worker'],
  ['our worker as a content script sees it', { id }, 'worker'],
  ['our worker as a content script sees it in Firefox', { id, url: `${origin}/_generated_background_page.html` }, 'worker'],
])('%s is known', (_who, sender, expected) => {
  expect(identify(sender)).toBe(expected);
});

it.each([
  ['nobody', undefined],
  ['a sender without an id', { url: `${origin}/sidepanel.html` }],
  ['another extension', { id: 'ponmlkjihgfedcba', url: 'chrome-extension://ponmlkjihgfedcba/page.html' }],
  ['another extension with our address', { id: 'ponmlkjihgfedcba', url: `${origin}/sidepanel.html` }],
  ['a look-alike origin', { id, tab, frameId: 1, url: `https://${id}.example/sidepanel.html` }],
  ['a sub-frame of a helpdesk', { id, tab, frameId: 3, url: 'https://desk.example/frame' }],
  ['a frame of our own page', { id, tab, frameId: 2, url: `${origin}/sidepanel.html` }],
  ['a file', { id, tab, frameId: 0, url: 'file:///tmp/ticket.html' }],
  ['a data address', { id, tab, frameId: 0, url: 'data:text/html,x' }],
  ['a blank page', { id, tab, frameId: 0, url: 'about:blank' }],
  ['a tab without an address', { id, tab, frameId: 0 }],
  ['a broken address', { id, tab, frameId: 0, url: 'nonsense' }],
  ['another scheme with our id', { id, tab, frameId: 0, url: `evil-extension://${id}/sidepanel.html` }],
])('%s may send nothing', (_who, sender) => {
  expect(identify(sender)).toBeUndefined();
});
