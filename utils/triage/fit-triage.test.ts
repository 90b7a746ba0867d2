import { describe, expect, it } from 'vitest';
import { fitTriage } from './fit-triage.ts';
import { judgeIntent } from './judge-intent.ts';
import { serialiseTriageModel } from './model-bytes.ts';
import { fitSmall, taggedTickets } from './test-support.ts';

describe('fitTriage', () => {
  it('gives the same bytes for the same tickets and seed, others for another seed', async () => {
    const [first, again, other] = await Promise.all([fitSmall(), fitSmall(), fitSmall(taggedTickets, 8)]);
    expect(serialiseTriageModel(again)).toEqual(serialiseTriageModel(first));
    expect(serialiseTriageModel(other)).not.toEqual(serialiseTriageModel(first));
  });

  it('tells the labels apart in words it was not fitted on', async () => {
    const model = await fitSmall();
    const of = (text: string): string => judgeIntent(text, model).label;
    expect(['could you refund me', 'forgot the password again', 'track the package please'].map(of)).toEqual([
      'refund',
      'password',
      'delivery',
    ]);
  });

  it('takes gibberish and other matters for none of the labels, and tickets like its own for one of them', async () => {
    const model = await fitSmall();
    const isNone = (text: string): boolean => judgeIntent(text, model).outOfScope >= 0.5;
    expect(['xkcd qwrt zzzpf', 'das Wetter bleibt morgen sonnig', '北京天气怎么样', '🙂🙂', ''].map(isNone)).toEqual(
      Array<boolean>(5).fill(true),
    );
    expect(['I want my money back', 'how do I recover my password', 'where is my parcel'].map(isNone)).toEqual(
      Array<boolean>(3).fill(false),
    );
  });

  it('says how often it was right on tickets held back, and never counts one that stands word for word among the others', async () => {
    const { heldOut } = await fitSmall();
    expect(heldOut.tickets).toBe(9);
    expect(heldOut.accuracy).toBeGreaterThan(0.6);
    const doubled = await fitSmall(
      Array.from({ length: 12 }, () => taggedTickets)
        .flat()
        .filter(({ text }) => /refund|parcel/.test(text)),
    );
    expect(doubled.heldOut.tickets).toBe(0);
  });

  it('learns from tickets labelled as none of these what lies outside', async () => {
    const foreign = ['sing me a song', 'what is the weather', 'tell me a joke', 'who won the match', 'play some jazz'];
    const rows = foreign.flatMap((text) =>
      [1, 2, 3].map((n) => ({ text: `${text} ${'now '.repeat(n)}`, label: 'out_of_scope' })),
    );
    const model = await fitSmall([...taggedTickets, ...rows]);
    expect(model.labels).toEqual(['delivery', 'password', 'refund']);
    expect(judgeIntent('sing me a joke', model).outOfScope).toBeGreaterThan(0.5);
  });

  it('refuses one label, and says what to add', async () => {
    const fitted = await fitTriage(
      taggedTickets.filter(({ label }) => label === 'refund'),
      { seed: 1 },
    );
    expect(fitted).toMatchObject({ ok: false, error: { kind: 'too-few-labels' } });
    expect(fitted).toHaveProperty('error.said', expect.stringContaining('Add tickets of at least two labels'));
  });

  it('refuses labels with fewer than ten tickets, and names them with their counts', async () => {
    const fitted = await fitTriage([...taggedTickets.slice(0, 40), ...taggedTickets.slice(40, 49)], { seed: 1 });
    expect(fitted).toMatchObject({ ok: false, error: { kind: 'too-few-tickets' } });
    expect(fitted).toHaveProperty('error.said', expect.stringContaining('“delivery” has 9'));
  });

  it('refuses a column of texts taken for labels', async () => {
    const many = Array.from({ length: 2010 }, (_, at) => ({ text: 'a', label: `label ${at % 201}` }));
    const long = taggedTickets.map(({ text, label }) => ({ text, label: label.repeat(20) }));
    for (const rows of [many, long])
      expect(await fitTriage(rows, { seed: 1 })).toMatchObject({ ok: false, error: { kind: 'too-many-labels' } });
  });

  it('tells its progress from 0 to 1 and never backwards', async () => {
    const told: number[] = [];
    await fitTriage(taggedTickets, { seed: 1, hidden: 8, onProgress: (share) => told.push(share) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(10);
  });

  it('stops after the round in which it was asked to, and lets others run between rounds', async () => {
    let rests = 0;
    const fitted = await fitTriage(taggedTickets, {
      seed: 1,
      hidden: 8,
      rest: async () => void (rests += 1),
      shouldStop: () => rests === 3,
    });
    expect(fitted).toMatchObject({ ok: false, error: { kind: 'stopped' } });
    expect(rests).toBe(3);
  });
});
