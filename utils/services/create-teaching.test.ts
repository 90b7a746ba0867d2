import { expect, it } from 'vitest';
import type { TaughtHelpdesk } from '../domain/taught-helpdesk.ts';
import type { Proposal, Shown, ShownPart, Teaching } from '../domain/teaching.ts';
import { createTeaching, type TeachingDeps } from './create-teaching.ts';

const helpdesk: TaughtHelpdesk = {
  kind: 'deskside-helpdesk',
  version: 1,
  id: 'taught:desk-example',
  name: 'desk.example',
  host: 'desk.example',
  address: { path: [{ kind: 'id' }], query: [], hash: [], form: 'number' },
  layout: { version: 1, parts: {}, tests: {}, order: 'oldest-first' },
};
const proposal: Proposal = {
  helpdesk,
  subject: '',
  messages: [],
  idPlaces: [],
  idPlace: 0,
  order: 'oldest-first',
  hasControl: false,
  problems: [],
  warnings: [],
};
const show = (part: ShownPart, at: number): Shown => ({ part, path: [at], words: '' });

function start(over: Partial<TeachingDeps> = {}) {
  const state: { teaching: Teaching | undefined; asked: (string | undefined)[]; saved: TaughtHelpdesk[] } = {
    teaching: undefined,
    asked: [],
    saved: [],
  };
  const service = createTeaching({
    readTeaching: async () => state.teaching,
    async writeTeaching(teaching) {
      state.teaching = teaching;
    },
    async forgetTeaching() {
      state.teaching = undefined;
    },
    inject: async () => true,
    hostOf: async () => 'desk.example',
    async ask(_tabId, part) {
      state.asked.push(part);
    },
    propose: async () => ({ ok: true, value: proposal }),
    async saveTaught(each) {
      state.saved.push(each);
    },
    ...over,
  });
  return { state, service };
}

it('asks for the steps one by one, and saves what is complete under its name', async () => {
  const { state, service } = start();
  await service.carryOut(7, { kind: 'start' });
  const steps = ['subject', 'requester', 'agent', 'note', 'reply'] as const;
  for (const [at, step] of steps.entries()) await service.shown(7, show(step, at));
  await service.carryOut(7, { kind: 'save', name: 'Our desk' });
  expect(state.asked).toEqual([...steps, undefined, undefined]);
  expect(state.saved).toEqual([{ ...helpdesk, name: 'Our desk' }]);
  expect(state.teaching).toBeUndefined();
});

it('saves nothing while something is missing or in the way', async () => {
  const { state, service } = start();
  await service.carryOut(7, { kind: 'start' });
  await service.shown(7, show('subject', 0));
  await expect(service.carryOut(7, { kind: 'save', name: 'x' })).rejects.toThrow();
  const { helpdesk: _none, ...withProblem } = { ...proposal, problems: ['It can’t be taught.'] };
  const blocked = start({ propose: async () => ({ ok: true, value: withProblem }) });
  await blocked.service.carryOut(7, { kind: 'start' });
  for (const [at, step] of (['subject', 'requester', 'agent', 'note', 'reply'] as const).entries())
    await blocked.service.shown(7, show(step, at));
  await expect(blocked.service.carryOut(7, { kind: 'save', name: 'x' })).rejects.toThrow();
  expect([...state.saved, ...blocked.state.saved]).toEqual([]);
});

it('takes a click that came twice, or that nobody asked for, once or not at all', async () => {
  const { state, service } = start();
  await service.carryOut(7, { kind: 'start' });
  await service.shown(7, show('subject', 0));
  await service.shown(7, show('subject', 0));
  await service.shown(7, show('reply', 4));
  expect(state.teaching?.shown.map(({ part }) => part)).toEqual(['subject']);
});

it('goes on in a page that was loaded anew: the script is started before every question', async () => {
  const injected: number[] = [];
  const { service } = start({
    async inject(tabId) {
      injected.push(tabId);
      return true;
    },
  });
  await service.carryOut(7, { kind: 'start' });
  await service.shown(7, show('subject', 0));
  expect(injected).toEqual([7, 7]);
});

it('says so where the browser does not let it into the page', async () => {
  await expect(start({ inject: async () => false }).service.carryOut(7, { kind: 'start' })).rejects.toThrow();
  await expect(start({ hostOf: async () => undefined }).service.carryOut(7, { kind: 'start' })).rejects.toThrow();
});

it('does not mix what was shown of one site with another', async () => {
  const state = { host: 'desk.example' };
  const { service } = start({ hostOf: async () => state.host });
  await service.carryOut(7, { kind: 'start' });
  state.host = 'other.example';
  await expect(service.shown(7, show('subject', 0))).rejects.toThrow();
});

it('forgets what was shown when teaching stops', async () => {
  const { state, service } = start();
  await service.carryOut(7, { kind: 'start' });
  await service.shown(7, show('subject', 0));
  await service.carryOut(7, { kind: 'stop' });
  expect(state.teaching).toBeUndefined();
  expect(state.asked.at(-1)).toBeUndefined();
});
