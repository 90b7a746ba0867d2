import { expect, it } from 'vitest';
import { readHeaders } from './read-headers.ts';

it('a bare key is sent as a bearer token, lines as the headers they are', () => {
  expect(readHeaders('sk-123=')).toEqual({ authorization: 'Bearer sk-123=' });
  expect(readHeaders('X-Shop: nw\r\nX-Key: a b ')).toEqual({ 'x-shop': 'nw', 'x-key': 'a b' });
  expect(readHeaders('')).toEqual({});
});

it.each(['Host: evil.example', 'Cookie: a=b', 'Mcp-Session-Id: 1', 'no header at all', 'X-Key: ü', 'X Y: z'])(
  '"%s" is refused',
  (secret) => {
    expect(() => readHeaders(secret)).toThrow(/no header/);
  },
);
