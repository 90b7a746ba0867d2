import { expect, it } from 'vitest';
import { readOwnWords } from './read-own-words.ts';

it('leaves out what the mail program marked as quoted, and signatures', () => {
  const body =
    '<div>It works now.<br>Thank you &lt;3</div><div class="signature">Kim, Acme</div><blockquote><p>Did it <b>work</b>?</p></blockquote>' +
    '<div class="gmail_quote gmail_quote_container">On Monday Ana wrote: <blockquote>Try again</blockquote></div><p>PS: and fast.</p>';
  expect(readOwnWords(body)).toBe('It works now.\nThank you <3\n\nPS: and fast.');
});

it('takes plain text as it is', () => {
  expect(readOwnWords('One < two\r\n\r\nThree')).toBe('One < two\n\nThree');
});
