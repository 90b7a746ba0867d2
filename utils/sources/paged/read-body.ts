import { changed } from './source-failure.ts';

/** A page of fifty long articles is below 2 MB; what is larger than this is no answer to what was asked. */
export const MAX_ANSWER_BYTES = 10 * 1024 * 1024;

/** The body as text, read to its end or refused as soon as it is larger than 10 MB. */
export async function readBody(response: Response, host: string): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      throw changed(host, 'an answer of at most 10 MB');
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** A page with a field for a password came in place of data. */
export function isSignInPage(body: string): boolean {
  return /<input[^>]+type\s*=\s*["']?password/i.test(body) || /<(?:title|h1)[^>]*>[^<]*\b(?:log|sign)[ -]?in\b/i.test(body);
}
