import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { judgeIntent, type IntentJudgement } from './judge-intent.ts';
import { parseTriageModel } from './model-bytes.ts';

const bytes = readFileSync('public/triage/general-intents.bin');
const judge = (text: string): IntentJudgement => {
  const model = parseTriageModel(bytes);
  if (!model.ok) throw new Error(model.error.said);
  return judgeIntent(text, model.value);
};

it('the classifier that ships is small, and says where it comes from and on what terms', () => {
  expect(bytes.length).toBeLessThan(256 * 1024);
  expect(parseTriageModel(bytes)).toHaveProperty('value.origin', expect.stringContaining('CDLA-Sharing-1.0'));
});

it.each([
  ['recover_password', 'I forgot my password and the reset mail never comes'],
  ['delete_account', 'How do I delete my account?'],
  [
    'get_refund',
    'Hi,\n\nI returned the shoes three weeks ago, they were too small for my son.\n\nI want to get a refund.\n\nKind regards, Anna',
  ],
  ['contact_human_agent', 'I want to talk to a human'],
  ['change_shipping_address', 'change shipping address please'],
])('it finds %s in: %s', (label, text) => {
  const said = judge(text);
  expect(said.label).toBe(label);
  expect(said.outOfScope).toBeLessThan(0.5);
});

it.each([
  'what is the capital of france',
  'play some jazz music',
  'My dog ate the remote control',
  'The export drops a column',
  'asdkj qwoeiu zxmcn',
  'hello',
])('it offers nothing for: %s', (text) => {
  expect(judge(text).outOfScope).toBeGreaterThanOrEqual(0.5);
});
