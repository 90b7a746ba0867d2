import { describe, expect, it } from 'vitest';
import { assist, asks, by, codes, deps, makeModel, reply, reset, stagesOf } from './test-support.ts';

const never = async () => expect.fail('nothing must be searched');
const facts = ['Your account is unlocked again.'];

describe('a strategy that looks nothing up', () => {
  it('takes what the agent knows and has pinned all the same, and cites it', async () => {
    const chat = makeModel(reply('Your account is unlocked again. [2]', 'Use the 8-digit code in the same mail instead. [1]'));
    const given = deps([], {
      ...by('prompt-only'),
      models: { chat },
      search: { search: never, count: never },
      readPinned: async () => [codes.passage],
    });
    expect(await assist(asks, given, { pinned: ['codes'], facts })).toMatchObject({
      kind: 'drafted',
      draft: { sources: [{ passage: { title: 'From you' } }, { passage: { id: 'codes' } }] },
    });
    expect(JSON.stringify(chat.asked)).toContain('unlocked again');
  });

  it('has no stage for it when the agent gave nothing', async () => {
    const outcome = await assist(
      asks,
      deps([reset], { ...by('prompt-only'), models: { chat: makeModel(reply('It is valid.')) } }),
    );
    expect(stagesOf(outcome)).not.toContain('retrieve');
  });

  it('is searched for when its model fails: a fact alone is no reply', async () => {
    const chat = makeModel({ kind: 'backend-unreachable', host: 'model.example' });
    const outcome = await assist(asks, deps([reset], { ...by('prompt-only'), models: { chat } }), { facts });
    expect(outcome).toMatchObject({ kind: 'drafted', draft: { writer: { kind: 'embedded' } } });
    expect(JSON.stringify(outcome)).toContain('valid for 60 minutes');
  });
});
