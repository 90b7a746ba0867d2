// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftRecordSchema, type DraftRecord } from '../../utils/domain/draft.ts';
import type { PanelActions } from './panel-actions.ts';
import { panelInputs } from './panel-fixtures.ts';
import type { PanelOptions } from './panel-options.ts';
import { PanelPage } from './panel-page.tsx';
import { plainPanelOptions } from './panel-test-support.ts';
import { toPanelView, type PanelInput } from './panel-view.ts';

let root: Root;
let called: (readonly [action: string, ...given: unknown[]])[] = [];
const actions = new Proxy({} as PanelActions, {
  get: (_target, name) =>
    name === 'onPassageChange'
      ? async () => ({ kind: 'same' })
      : (...given: unknown[]) => void called.push([String(name), ...given.filter((one) => !isEvent(one))]),
});
const isEvent = (value: unknown): boolean => typeof value === 'object' && value !== null && 'nativeEvent' in value;
const withModel: PanelOptions = { ...plainPanelOptions, hasModel: true, modelHosts: ['api.openai.com'] };

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<main></main>';
  called = [];
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(() => act(async () => root.unmount()));

const inputOf = (name: string): PanelInput => panelInputs[name] ?? { access: 'needed', isStopped: false };
const drawInput = (input: PanelInput, options: PanelOptions): Promise<void> =>
  act(async () => root.render(<PanelPage view={toPanelView(input)} actions={actions} options={options} />));
const draw = (name: string, options = withModel): Promise<void> => drawInput(inputOf(name), options);
const recordOf = (name: string): DraftRecord => draftRecordSchema.parse(inputOf(name).record);
const key = (pressed: string, target: EventTarget = document.body): Promise<void> =>
  act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
  });
const find = (label: RegExp): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(({ textContent }) => label.test(textContent ?? ''));
const press = (label: RegExp): Promise<void> =>
  act(async () => {
    const button = find(label);
    if (!button) throw new Error(`no button ${label}`);
    button.click();
  });
const type = (field: string, words: string): Promise<void> =>
  act(async () => {
    const input = document.querySelector(field);
    const kind = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(input, words);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
const text = (): string => document.body.textContent ?? '';
const reply = (): string => document.querySelector('.draft')?.textContent ?? '';
const ledger = (): string => document.querySelector('.ledger-line')?.textContent ?? '';
const isRefineOpen = (): boolean => document.querySelector('.refine-menu') !== null;

it('R opens Refine and Esc closes it; nothing is asked for', async () => {
  await draw('drafted');
  await key('r');
  expect(isRefineOpen()).toBe(true);
  await key('Escape');
  expect(isRefineOpen()).toBe(false);
  expect(called).toEqual([]);
});

it.each([
  ['1', 'shorter'],
  ['2', 'friendlier'],
  ['3', 'more-formal'],
  ['4', 'simpler'],
])('with Refine open, %s asks for %s and goes back to the reply', async (pressed, kind) => {
  await draw('drafted');
  await key('r');
  await key(pressed);
  expect(called).toEqual([['onRefine', { kind }]]);
  expect(isRefineOpen()).toBe(false);
});

it('without a model, what needs one is not asked for, and Refine says where to set one', async () => {
  await draw('drafted', plainPanelOptions);
  await key('r');
  await key('4');
  await press(/^Simpler/);
  expect(called).toEqual([]);
  expect(text()).toContain('Options → Backend');
  await key('1');
  expect(called).toEqual([['onRefine', { kind: 'shorter' }]]);
});

it('Esc in Refine never discards what was typed there', async () => {
  await draw('drafted');
  await key('r');
  await type('#refine-own', 'mention the invoice');
  await type('#refine-fact', 'It was paid on Monday.');
  await key('Escape', document.querySelector('#refine-own') ?? document.body);
  await key('r');
  const typed = ['#refine-own', '#refine-fact'].map((field) => document.querySelector<HTMLInputElement>(field)?.value);
  expect(typed).toEqual(['mention the invoice', 'It was paid on Monday.']);
  await act(async () => document.querySelector<HTMLFormElement>('form:has(#refine-own)')?.requestSubmit());
  expect(called).toEqual([['onRefine', { kind: 'own', instruction: 'mention the invoice' }]]);
});

it('while a request is under way, nothing changes the reply and Esc stops the request', async () => {
  await draw('refine-streaming');
  for (const pressed of ['Enter', 'x', 'z', 'r', 'e']) await key(pressed);
  expect(called).toEqual([]);
  expect(document.querySelector('.editor')).toBeNull();
  await key('Escape');
  expect(called).toEqual([['onStop']]);
  expect(ledger()).toBe('Asking api.openai.com');
});

it('a version that changed facts is said, is not shown, and is never what Insert inserts', async () => {
  await draw('facts-changed');
  expect(text()).toContain('It added “45 Tage”.');
  expect(reply()).toContain('30 Tage');
  expect(reply()).not.toContain('45 Tage');
  await key('Enter');
  expect(called).toEqual([['onInsert', expect.stringContaining('30 Tage')]]);
});

it('the agent may use it all the same', async () => {
  await draw('facts-changed');
  await press(/^Use it anyway$/);
  expect(called).toEqual([['onChooseVersion', 2]]);
});

it('what is drawn is what Insert inserts, also when an edit was never checked', async () => {
  const record = recordOf('drafted');
  const [first] = record.versions;
  const edit = { at: record.createdAt, by: 'agent', text: 'Nur dieser Satz.' } as const;
  await drawInput({ ...inputOf('drafted'), record: { ...record, versions: first ? [first, edit] : [edit] } }, withModel);
  expect(reply()).toContain('Nur dieser Satz.');
  expect(text()).toContain('0 of 1 statement supported');
  // An edit is no refinement: Z takes nothing back.
  await key('z');
  await key('Enter');
  expect(called).toEqual([['onInsert', 'Nur dieser Satz.']]);
});

it('a refinement after an edit is what is inserted; the edit is a version', async () => {
  await draw('drafted');
  await key('e');
  await type('textarea', 'Meine Fassung.');
  await key('Escape', document.querySelector('textarea') ?? document.body);
  await draw('refined');
  await key('Enter');
  expect(called).toEqual([
    ['onEdit', 'Meine Fassung.'],
    ['onInsert', expect.stringContaining('die Frist beträgt 30 Tage.')],
  ]);
});

it('over a refined reply stands what changed; Z and Undo go back to the version before', async () => {
  await draw('refined');
  expect(document.querySelector('.refined del')?.textContent).toBeTruthy();
  await key('z');
  await press(/^Undo/);
  expect(called).toEqual([
    ['onChooseVersion', 0],
    ['onChooseVersion', 0],
  ]);
});

it('sources that disagree are decided before anything is inserted; the one that the draft follows opens Insert', async () => {
  await draw('conflict');
  expect(find(/^Insert/)).toBeUndefined();
  await key('Enter');
  expect(called).toEqual([]);
  expect(text()).not.toContain('Two sources give different answers');
  await key('Enter');
  expect(called).toEqual([['onInsert', expect.stringContaining('30 Tage')]]);
});

it('choosing the source that the draft does not follow drafts again without the other', async () => {
  await draw('conflict');
  await act(async () => document.querySelectorAll<HTMLInputElement>('.versus input')[1]?.click());
  await key('Enter');
  expect(called).toEqual([['onRedraft', ['trash']]]);
});

it('the draft can be kept as it is, and each contradiction is asked about', async () => {
  await draw('conflict-undecided');
  expect(text()).toContain('Nothing tells which is right.');
  await press(/^Keep the draft as it is$/);
  expect(text()).toContain('The newer one is preferred.');
  await press(/^Keep the draft as it is$/);
  expect(find(/^Insert/)).toBeDefined();
  expect(called).toEqual([]);
});

it('a reading aid stands below the reply and never becomes the text to insert', async () => {
  await draw('read');
  await press(/^Read in English$/);
  expect(text()).toContain('annual plans can be returned');
  expect(reply()).toContain('Jahrespläne');
  await press(/^Conversation in English$/);
  await key('Enter');
  const inserted = called.filter(([action]) => action === 'onInsert');
  expect(inserted).toEqual([['onInsert', recordOf('read').versions[0]?.text]]);
});

it('a ticket for a person: Enter inserts the note for colleagues, and nothing inserts a reply', async () => {
  await draw('handed-over');
  for (const pressed of ['e', 'r', 'x', 'Enter']) await key(pressed);
  expect(called).toEqual([['onInsertNote', expect.stringMatching(/^For a person: /)]]);
});

it('once the note is in the box, Enter does nothing and Z takes it out', async () => {
  await draw('handed-over-note-inserted');
  await key('Enter');
  expect(called).toEqual([]);
  await key('z');
  expect(called).toEqual([['onUndo']]);
});

it('with a passage open, P pins it and D drafts again without it', async () => {
  await draw('drafted');
  await key('1');
  await key('p');
  await key('2');
  await key('d');
  expect(called).toEqual([
    ['onPin', 'refunds'],
    ['onRedraft', ['cards']],
  ]);
});

it('N shows one unsupported sentence after the other', async () => {
  const shown: string[] = [];
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function show(this: Element) {
    shown.push(this.textContent ?? '');
  });
  await draw('drafted');
  await key('n');
  expect(shown).toEqual([expect.stringContaining('Das Geld ist übermorgen da.')]);
});

it('what a refinement has mended is no longer said', async () => {
  await draw('findings');
  expect(text()).toContain('5 things to look at before you send it');
  const { versions } = recordOf('refined');
  await drawInput({ ...inputOf('findings'), record: { ...recordOf('findings'), versions } }, withModel);
  expect(text()).not.toContain('is not what source 1 says');
  expect(text()).not.toContain('This speaks of what will be');
  expect(text()).toContain('2 questions stay open');
});

it('a case note that fails after an insert is said, and the reply stays in the box', async () => {
  await draw('inserted-note-failed');
  expect(text()).toContain('No note was written: api.openai.com did not accept the key.');
  expect(text()).toContain('The reply is in the box. It is not sent.');
});

it('how it was made opens the stages, with the way to compare strategies', async () => {
  await draw('traced');
  await press(/^How it was made$/);
  expect(text()).toContain('82% of the reply');
  await press(/^Compare strategies$/);
  expect(called).toEqual([['onCompare']]);
});

it('the ledger line says whom refining asked, also when the draft came from the browser', async () => {
  await draw('drafted');
  expect(ledger()).toBe('Nothing was sent: drafted in the browser');
  const { versions } = recordOf('refined');
  const refined = { ...inputOf('drafted'), record: { ...recordOf('drafted'), versions } };
  await drawInput(refined, withModel);
  expect(ledger()).toBe('Sent to api.openai.com since · drafted in the browser');
  await drawInput(refined, plainPanelOptions);
  expect(ledger()).toBe('Nothing was sent: drafted in the browser');
});

it.each([
  ['off-topic', /^Look again/, ['onRedraft', []]],
  ['about-the-future', /^Look again/, ['onRedraft', []]],
  ['too-thin', /^Draft anyway/, ['onDraftAnyway']],
])('no draft because of %s: the agent can ask for one all the same', async (name, label, expected) => {
  await draw(name);
  await press(label);
  expect(called).toEqual([expected]);
});
