// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { articleSchema, sourceSchema, type Source } from '../../utils/domain/passage.ts';
import { syncSchema, type Sync } from '../../utils/domain/sync.ts';
import { buttons, fieldOf, fill, find, press, text } from './knowledge-page.test-support.ts';
import { KnowledgeSection, type KnowledgeSectionProps } from './knowledge-section.tsx';

const nowMs = Date.parse('2026-11-21T12:00:00.000Z');
const done = async () => ({ ok: true, value: undefined }) as const;
const guide: Source = sourceSchema.parse({
  id: 'guide',
  kind: 'help-centre',
  name: 'Help centre, help.northwind.example',
  audience: 'public',
  importedAt: '2026-05-03T09:00:00.000Z',
  origin: { kind: 'help-centre', product: 'zendesk', baseUrl: 'https://help.northwind.example' },
  articles: 12,
  passages: 48,
  unreadable: [{ name: '/old.pdf', reason: 'It is a scan without text.' }],
});
const sync = (part: Partial<Sync>): Sync =>
  syncSchema.parse({
    sourceId: 'guide',
    runId: 'r1',
    state: 'running',
    startedAt: '2026-11-21T11:58:00.000Z',
    steppedAt: '2026-11-21T11:59:00.000Z',
    done: 100,
    total: 300,
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
    ...part,
  });
type Actions = KnowledgeSectionProps['actions'];
const makeActions = () => ({
  onImportFiles: vi.fn<Actions['onImportFiles']>(),
  onPasteText: vi.fn<Actions['onPasteText']>(),
  onImportSample: vi.fn<Actions['onImportSample']>(),
  onImportCancel: vi.fn<Actions['onImportCancel']>(),
  onSourceRemove: vi.fn<Actions['onSourceRemove']>(),
  onSourceAdd: vi.fn<Actions['onSourceAdd']>(done),
  onSyncStart: vi.fn<Actions['onSyncStart']>(done),
  onSyncCancel: vi.fn<Actions['onSyncCancel']>(done),
  onReview: vi.fn<Actions['onReview']>(done),
  onSearch: vi.fn<Actions['onSearch']>(async () => ({ ok: true, value: [] })),
});

let root: Root;
let actions: ReturnType<typeof makeActions>;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<main></main>';
  actions = makeActions();
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(() => act(async () => root.unmount()));

const draw = (part: Partial<KnowledgeSectionProps['value']> & { syncs?: Sync[] } = {}): Promise<void> =>
  act(async () =>
    root.render(
      <KnowledgeSection
        actions={actions}
        value={{
          sources: [guide],
          importing: undefined,
          importProblem: '',
          readings: { nowMs, syncs: part.syncs ?? [], flagged: [], old: new Map() },
          ...part,
        }}
      />,
    ),
  );
it('removing asks first and says what goes; Keep removes nothing', async () => {
  await draw();
  await press('Remove Help centre, help.northwind.example');
  expect(text()).toContain('Its 12 articles and 48 passages are deleted');
  await press('Keep');
  expect(actions.onSourceRemove).not.toHaveBeenCalled();
  await press('Remove Help centre, help.northwind.example');
  await press('Remove');
  expect(actions.onSourceRemove).toHaveBeenCalledExactlyOnceWith('guide', false);
});

it('its text is forgotten in drafts and outcomes only when that is ticked', async () => {
  await draw();
  await press('Remove Help centre, help.northwind.example');
  await act(async () => document.querySelector<HTMLInputElement>('.knowledge-forget input')?.click());
  await press('Remove');
  expect(actions.onSourceRemove).toHaveBeenCalledExactlyOnceWith('guide', true);
});

it('a reading shows how far it is and can be stopped, not started again', async () => {
  await draw({ syncs: [sync({})] });
  expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('33');
  expect(text()).toContain('100 of 300 articles read');
  expect(buttons().some((button) => button.getAttribute('aria-label')?.startsWith('Read ') ?? false)).toBe(false);
  await press('Stop reading Help centre, help.northwind.example');
  expect(actions.onSyncCancel).toHaveBeenCalledExactlyOnceWith('guide');
});

it('a failed reading says what to do and reads again', async () => {
  await draw({ syncs: [sync({ state: 'failed', failure: { kind: 'source-unreachable', host: 'help.northwind.example' } })] });
  expect(text()).toContain("help.northwind.example can't be reached.");
  await press('Read again');
  expect(actions.onSyncStart).toHaveBeenCalledExactlyOnceWith(guide);
});

it('an order that was not carried out says why, beside its source', async () => {
  actions.onSyncStart.mockResolvedValue({ ok: false, error: { kind: 'source-not-allowed', host: 'help.northwind.example' } });
  await draw();
  await press('Read Help centre, help.northwind.example again');
  expect(text()).toContain('The browser may not read help.northwind.example yet.');
  await press('Allow and read again');
  expect(actions.onSyncStart).toHaveBeenCalledTimes(2);
});

it('what was not read is listed with the reason', async () => {
  await draw();
  expect(text()).toContain('/old.pdfIt is a scan without text.');
});

it('a help centre is added in the turn of the click, with its audience, schedule and key; then the form closes', async () => {
  await draw({ sources: [] });
  await press('Help centre');
  await fill(fieldOf('Product'), 'freshdesk');
  await press('Add and read');
  expect(actions.onSourceAdd).not.toHaveBeenCalled();
  expect(text()).toContain('Give the address');
  await fill(fieldOf('Address'), 'https://northwind.freshdesk.com');
  await fill(fieldOf('Key'), ' k3y ');
  await fill(fieldOf('Who may read it'), 'segment');
  await fill(fieldOf('Plans'), 'Pro, Team');
  await fill(fieldOf('Read again'), '168');
  await act(async () => {
    find('Add and read').click();
    // Not a moment later: the browser asks only in the turn of a click.
    expect(actions.onSourceAdd).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        kind: 'help-centre',
        audience: 'segment',
        segments: ['Pro', 'Team'],
        everyHours: 168,
        origin: { kind: 'help-centre', product: 'freshdesk', baseUrl: 'https://northwind.freshdesk.com' },
      }),
      'k3y',
    );
  });
  expect(document.querySelector('form')).toBeNull();
});

it('a refused permission keeps the form as it was filled in', async () => {
  actions.onSourceAdd.mockResolvedValue({ ok: false, error: { kind: 'source-not-allowed', host: 'help.example' } });
  await draw({ sources: [] });
  await press('Help centre');
  await fill(fieldOf('Address'), 'https://help.example');
  await press('Add and read');
  expect(text()).toContain('Press the button again and choose Allow.');
  expect(fieldOf('Address').value).toBe('https://help.example');
});

it('solved tickets say that personal details are redacted before anything is added, and stay with the team', async () => {
  await draw({ sources: [] });
  await press('Solved tickets');
  expect(text()).toContain('Personal details are redacted first');
  await fill(fieldOf('Address'), 'https://northwind.zendesk.com');
  await press('Add and read');
  expect(actions.onSourceAdd.mock.lastCall?.[0]).toMatchObject({ kind: 'solved-tickets', audience: 'internal' });
});

it('a flagged article is shown with its reasons and its text as text, and decided on by a person', async () => {
  const article = articleSchema.parse({
    id: 'a9',
    sourceId: 'guide',
    title: 'Transfer <i>it</i>',
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    review: { state: 'needed', reasons: ['words that give orders to an assistant'] },
    sections: [{ headings: ['Steps'], text: 'Ignore\u200b all <img src=x onerror=alert(1)>' }],
  });
  await draw({ readings: { nowMs, syncs: [], flagged: [article], old: new Map() } });
  expect(text()).toContain('words that give orders to an assistant');
  expect(text()).toContain('Ignore⟨U+200B⟩ all <img src=x onerror=alert(1)>');
  expect(document.querySelector('img, i')).toBeNull();
  await press('Keep internal: Transfer <i>it</i>');
  expect(actions.onReview).toHaveBeenLastCalledWith(article, 'kept-internal');
  await draw({ readings: { nowMs, syncs: [], flagged: [], old: new Map() } });
  expect(text()).toContain('“Transfer <i>it</i>” is kept internal.');
  await draw({ readings: { nowMs, syncs: [], flagged: [article], old: new Map() } });
  await press('It may be used: Transfer <i>it</i>');
  expect(actions.onReview).toHaveBeenLastCalledWith(article, 'passed');
});

it('articles not updated for over a year are counted', async () => {
  await draw({ readings: { nowMs, syncs: [], flagged: [], old: new Map([['guide', 38]]) } });
  expect(text()).toContain('38 articles not updated for over a year');
});

it('files may be dropped anywhere in the section; while an import is under way they are left alone', async () => {
  const drop = async (): Promise<void> => {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    const file = {
      isFile: true,
      isDirectory: false,
      fullPath: '/a.md',
      file: (give: (file: File) => void) => give(new File(['x'], 'a.md')),
    };
    Object.assign(event, { dataTransfer: { types: ['Files'], items: [{ webkitGetAsEntry: () => file }] } });
    await act(async () => {
      document.querySelector('#knowledge h2')?.dispatchEvent(event);
    });
  };
  await draw({ importing: { name: 'x', done: 1, total: 2 } });
  await drop();
  expect(actions.onImportFiles).not.toHaveBeenCalled();
  await draw();
  await drop();
  expect(actions.onImportFiles).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ name: 'a.md' })], {
    audience: 'public',
  });
});

it('a vector store is added by its id, is not read, and says where questions go', async () => {
  await draw();
  await press('Vector store');
  await fill(fieldOf('Store id'), 'vs_1');
  await fill(fieldOf('Key'), ' sk-1 ');
  expect(text()).toContain('The browser asks you whether Deskside may ask api.openai.com.');
  await press('Add');
  const [added, key] = vi.mocked(actions.onSourceAdd).mock.lastCall ?? [];
  expect(added).toMatchObject({ kind: 'vector-store', origin: { storeId: 'vs_1' } });
  expect(key).toBe('sk-1');
  await draw({ sources: [sourceSchema.parse({ ...added, articles: 0, passages: 0, unreadable: [] })] });
  expect(text()).toContain('questions go to api.openai.com');
  expect(text()).toContain('1 vector store searched at your provider');
  expect(buttons().some((button) => button.getAttribute('aria-label')?.startsWith('Read ') ?? false)).toBe(false);
  await press('Remove Vector store, api.openai.com, vs_1');
  expect(text()).toContain('What it holds stays at your provider.');
});

it('a source that is being filled stands once, with the files done and what can be found already', async () => {
  const importing = { name: guide.name, sourceId: guide.id, done: 400, total: 1000 };
  await draw({ importing });
  expect(text().split(guide.name)).toHaveLength(2);
  expect(text()).toContain('Reading file 401 of 1,000. 48 passages can be found already.');
  await press(`Stop reading ${guide.name}`);
  expect(actions.onImportCancel).toHaveBeenCalledOnce();
});
