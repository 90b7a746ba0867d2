import { expect, it } from 'vitest';
import { isReadableName, toNamedStem } from './mark-words.ts';
import { isStateClass } from './state-words.ts';

it.each(['message', 'thread-entry', 'ticketSubject', 'comment__body', 'is-agent', 'msg', 'reply-box', 'strengths'])(
  '%s is a name that a person gave',
  (name) => {
    expect(isReadableName(name)).toBe(true);
  },
);

it.each(['css-1x2y3z', 'sc-bdVaJa', 'Message_root__3xY2a', 'kXyZqW', 'a1b2c3', 'col-12', 'x', 'svelte-qwrtz', 'bdkfgh'])(
  '%s is made up',
  (name) => {
    expect(isReadableName(name)).toBe(false);
  },
);

it('keeps what a person named of a class that a tool has finished', () => {
  expect(toNamedStem('Message_root__3xY2a')).toBe('Message_root__');
  expect(toNamedStem('bubble--a8Hd2')).toBe('bubble--');
  expect(toNamedStem('thread-entry')).toBeUndefined();
  expect(toNamedStem('css-1x2y3z')).toBeUndefined();
});

it.each(['active', 'is-open', 'message--unread', 'odd'])('%s is a passing state', (name) => {
  expect(isStateClass(name)).toBe(true);
});

it.each(['is-agent', 'message', 'message--internal', 'newest-note'])('%s is none', (name) => {
  expect(isStateClass(name)).toBe(false);
});
