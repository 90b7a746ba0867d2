import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { ModelMood } from '../../../e2e/servers/model-server/model-mood.ts';
import { startModelServer, type ModelServer } from '../../../e2e/servers/model-server/start-model-server.ts';
import { createLanguageModel } from '../language-model.ts';
import { KEY, makeDeps } from '../test-support.ts';

const noteSchema = z.object({
  intent: z.enum(['refund', 'bug']),
  urgency: z.number().int(),
  tags: z.array(z.string()).min(1),
  goal: z.string(),
  isRisky: z.boolean(),
});

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function ask(mood: ModelMood): Promise<unknown> {
  server = await startModelServer(mood);
  const model = createLanguageModel({ baseUrl: server.baseUrl, model: 'obeying-model', preset: 'other' }, KEY, makeDeps());
  const request = {
    name: 'note',
    schema: z.toJSONSchema(noteSchema),
    messages: [{ role: 'user', content: 'Note this ticket.' }],
    maxTokens: 300,
  } as const;
  return (await model.askJson(request, new AbortController().signal)).value;
}

it.each<[string, ModelMood, ('schema' | 'tool' | 'words')[]]>([
  ['that takes a schema', {}, ['schema']],
  ['that takes tools only', { refuses: ['json_schema', 'json_object'] }, ['schema', 'tool']],
])('a server %s is held to it, and answers with what the schema allows', async (_what, mood, ways) => {
  expect(noteSchema.safeParse(await ask(mood)).success).toBe(true);
  const asked = server?.requests.map(({ body }) =>
    body.schema === undefined ? (body.tool === undefined ? 'words' : 'tool') : 'schema',
  );
  expect(asked?.filter((way, index) => way !== asked[index - 1])).toEqual(ways);
});

it('a server that takes neither is asked in words, and its JSON is found in what it says', async () => {
  const note = { intent: 'bug', urgency: 2, tags: ['login'], goal: 'Sign in again', isRisky: false };
  const said = await ask({
    refuses: ['json_schema', 'json_object', 'tools'],
    text: `Sure! Here it is:\n\`\`\`json\n${JSON.stringify(note)}\n\`\`\``,
  });
  expect(said).toEqual(note);
  const last = server?.requests.at(-1);
  expect(last?.body).toMatchObject({ schema: undefined, tool: undefined });
});
