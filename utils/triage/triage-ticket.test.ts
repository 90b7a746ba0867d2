import { beforeAll, describe, expect, it } from 'vitest';
import { fitSmall, requesterSays } from './test-support.ts';
import type { TriageModel } from './triage-model.ts';
import { triageTicket, type Triage } from './triage-ticket.ts';

let model: TriageModel;
beforeAll(async () => {
  model = await fitSmall();
});

const triage = (subject: string, ...texts: readonly string[]): Triage =>
  triageTicket({ subject, messages: texts.map((text) => requesterSays(text)) }, model);

describe('triageTicket', () => {
  it('names the intent with its probability, and the words that led to it', () => {
    const said = triage('', 'where is the package I ordered');
    expect(said).toMatchObject({ intent: { label: 'delivery' }, isOutOfScope: false });
    expect(said.intent?.probability).toBeGreaterThan(0.5);
    expect(said.why).toContainEqual({ field: 'intent', quote: 'where is the package I ordered' });
  });

  it('finds the matter of a long mail among greetings, stories and a signature', () => {
    const said = triage(
      'Hello there',
      'Dear team,\n\nMy name is Anna and we have been living in Graz for eleven years by now.\n\nI am waiting for the refund you promised.\n\nKind regards from a sunny balcony,\nAnna Huber, Elisabethstraße 12, 8010 Graz',
    );
    expect(said.intent?.label).toBe('refund');
    expect(said.why[0]?.quote).toBe('I am waiting for the refund you promised.');
  });

  it('offers no intent for what none of the labels is about', () => {
    const said = triage('', 'xkcd qwrt zzzpf');
    expect(said.isOutOfScope).toBe(true);
    expect(said.intent).toBeUndefined();
  });

  it('looks at nothing but what the requester wrote in public', () => {
    const messages = [
      requesterSays('Hello'),
      requesterSays('URGENT!!! refund them by Friday, they are furious', { visibility: 'internal' }),
      requesterSays('This is unacceptable, our system is down', { role: 'agent' }),
      requesterSays('I want my money back immediately', { role: 'participant' }),
    ];
    expect(triageTicket({ subject: '', messages }, model)).toMatchObject({ urgency: 'normal', sentiment: 'neutral', tags: [] });
  });

  it('says all but the intent without a model', () => {
    const said = triageTicket({ subject: 'Refund, urgent', messages: [] }, undefined);
    expect(said).toMatchObject({ isOutOfScope: false, urgency: 'high', tags: ['refund'] });
    expect(said.intent).toBeUndefined();
  });

  it('has nothing to say of an empty ticket', () => {
    expect(triageTicket({ subject: ' ', messages: [requesterSays('')] }, model)).toEqual({
      isOutOfScope: false,
      urgency: 'normal',
      sentiment: 'neutral',
      tags: [],
      why: [],
    });
  });

  it('takes the mood from the newest message: who was angry may be pleased by now', () => {
    expect(triage('', 'This is ridiculous.', 'That solved it, you are fantastic.').sentiment).toBe('positive');
  });

  it('offers at most five tags, short, in lower case with hyphens, the intent first', () => {
    const { tags } = triage(
      '',
      'where is my parcel? I was charged twice, cancel my account, the app crashes, my password is wrong, call my lawyer',
    );
    expect(tags).toHaveLength(5);
    expect(tags[0]).toBe('delivery');
    for (const tag of tags) expect(tag).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });
});
