import { LookUpError } from './guard-fetch.ts';

/** Names that the protocol or the browser sets. */
const taken =
  /^(?:accept|content-.*|cookie2?|connection|host|origin|referer|te|transfer-encoding|mcp-.*|last-event-id|proxy-.*|sec-.*)$/i;

/**
 * Headers out of a stored secret: a bare key is sent as `Authorization: Bearer`, lines "Name: value" as they stand. Throws
 * `LookUpError` (`not-allowed`) for a header that may not be set or cannot be sent; nothing is sent then.
 */
export function readHeaders(secret: string): Record<string, string> {
  const lines = secret
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [only = ''] = lines;
  if (lines.length === 1 && /^[\x21-\x7E]+$/.test(only) && !/^[\w-]+:/.test(only)) return { authorization: `Bearer ${only}` };
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^([!#$%&'*+.^`|~\w-]+):[ \t]*([\x20-\x7E]+)$/.exec(line) ?? [];
      if (name === '' || taken.test(name))
        throw new LookUpError('not-allowed', 'The key holds a line that is no header, or one that may not be set.');
      return [name.toLowerCase(), value];
    }),
  );
}
