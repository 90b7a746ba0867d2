import { expect, it } from 'vitest';
import { startFaultServer, toStream } from '../../e2e/servers/fault-server.ts';
import { createOpenAiCompatibleBackend } from './openai-compatible.ts';
import { KEY, makeDeps, makeRequest } from './test-support.ts';

it('sends the ticket without its internal notes', async () => {
  const server = await startFaultServer({ '/v1/chat/completions': [toStream('Refunds take 5 days. [1]')] });
  const endpoint = { baseUrl: `${server.origin}/v1`, model: 'm', hasKey: true };
  const pieces = createOpenAiCompatibleBackend(endpoint, KEY, makeDeps()).streamReply(
    makeRequest(),
    new AbortController().signal,
  );
  expect((await Array.fromAsync(pieces)).join('')).toBe('Refunds take 5 days. [1]');
  await server.close();
  expect(server.seen[0]?.body).toContain('How long does a refund take?');
  expect(server.seen[0]?.body).not.toContain('threatens to leave');
});
