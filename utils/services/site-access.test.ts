import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sourceSchema } from '../domain/passage.ts';
import { defaultSettings } from '../domain/settings.ts';
import { allowHelpdeskSite, readHelpdeskSites } from '../storage/helpdesk-sites.ts';
import { adoptHelpdesks, forgetHelpdesks, injectInto, injectIntoAllowedTabs, registerAllowedSites } from './site-access.ts';

const HELPDESK = 'https://desk.example/*';
const HELP_CENTRE = 'https://help.example/*';
type Script = { readonly id: string; readonly matches?: readonly string[] };

/** What the browser allows and runs. */
let origins: string[];
let scripts: Script[];
let registrations: number;
let answer: boolean;
let packed: string[];

beforeEach(() => {
  fakeBrowser.reset();
  [origins, scripts, registrations, answer, packed] = [[], [], 0, true, []];
  Object.assign(browser.permissions, {
    getAll: async () => ({ origins }),
    contains: async ({ origins: [site = ''] = [] }: { origins?: string[] }) => origins.includes(site),
    request: async ({ origins: asked = [] }: { origins?: string[] }) => {
      if (answer) origins = [...new Set([...origins, ...asked])];
      return answer;
    },
  });
  Object.assign(browser.runtime, { getManifest: () => ({ manifest_version: 3, host_permissions: packed }) });
  Object.assign(browser.scripting, {
    getRegisteredContentScripts: async () => scripts,
    unregisterContentScripts: async () => void (scripts = []),
    registerContentScripts: async (added: Script[]) => {
      if (added.some(({ id }) => scripts.some((script) => script.id === id))) throw new Error('Duplicate script ID');
      registrations += 1;
      scripts = [...scripts, ...added];
    },
    executeScript: vi.fn(async () => []),
  });
});
const matches = (): readonly string[] => scripts.flatMap((script) => script.matches ?? []);

it('a site allowed as a helpdesk is registered; one that the browser allows for something else is not', async () => {
  origins = [HELP_CENTRE];
  await allowHelpdeskSite('https://desk.example:8443/tickets/7');
  await registerAllowedSites();
  expect(matches()).toEqual([HELPDESK]);
});

it('no tab of a site that is not a helpdesk gets the content script', async () => {
  origins = [HELP_CENTRE];
  const query = vi.fn(async () => []);
  Object.assign(browser.tabs, { query });
  await injectIntoAllowedTabs();
  expect(query).not.toHaveBeenCalled();
  await allowHelpdeskSite('https://desk.example/');
  await injectIntoAllowedTabs();
  expect(query).toHaveBeenCalledWith({ url: [HELPDESK] });
});

it('a site that is a source and a helpdesk is registered once the agent allows it as a helpdesk', async () => {
  origins = [HELPDESK];
  await registerAllowedSites();
  expect(matches()).toEqual([]);
  await allowHelpdeskSite('https://desk.example/');
  await registerAllowedSites();
  expect(matches()).toEqual([HELPDESK]);
});

it('a refused request registers nothing', async () => {
  answer = false;
  expect(await allowHelpdeskSite('https://desk.example/')).toBe(false);
  await registerAllowedSites();
  expect(matches()).toEqual([]);
});

it('a revoked helpdesk is unregistered, and no helpdesk when its site is allowed again as a source', async () => {
  await allowHelpdeskSite('https://desk.example/');
  await registerAllowedSites();
  origins = [];
  await forgetHelpdesks([HELPDESK]);
  await registerAllowedSites();
  expect(matches()).toEqual([]);
  origins = [HELPDESK];
  await registerAllowedSites();
  expect(matches()).toEqual([]);
});

it('asked twice at once it registers once, and again only when the sites changed', async () => {
  await allowHelpdeskSite('https://desk.example/');
  await Promise.all([registerAllowedSites(), registerAllowedSites()]);
  expect(registrations).toBe(1);
  await allowHelpdeskSite('https://other.example/');
  await registerAllowedSites();
  expect([registrations, matches()]).toEqual([2, [HELPDESK, 'https://other.example/*']]);
});

it('sites that the extension was packed for are helpdesks', async () => {
  packed = [HELPDESK];
  origins = [HELPDESK];
  await registerAllowedSites();
  expect(matches()).toEqual([HELPDESK]);
});

it('after an update from a version without purposes, what is a model, a look-up or a source is no helpdesk', async () => {
  const at = (host: string) => ({ baseUrl: `https://${host}/v1`, model: 'm', hasKey: false });
  const source = sourceSchema.parse({
    id: 'help',
    kind: 'web-pages',
    name: 'Help',
    audience: 'public',
    importedAt: '2026-11-20T10:00:00.000Z',
    origin: { kind: 'web-pages', addresses: ['https://help.example/sitemap.xml'] },
    articles: 0,
    passages: 0,
    unreadable: [],
  });
  const settings = {
    ...defaultSettings,
    backend: { kind: 'openai-compatible' as const, endpoint: at('model.example') },
    embedding: { endpoint: at('embed.example') },
  };
  origins = [HELPDESK, HELP_CENTRE, 'https://model.example/*', 'https://embed.example/*'];
  await adoptHelpdesks(settings, [source]);
  expect(await readHelpdeskSites()).toEqual([HELPDESK]);
  origins = [...origins, 'https://new-source.example/*'];
  await adoptHelpdesks(settings, [source]);
  expect(await readHelpdeskSites()).toEqual([HELPDESK]);
});

it('gives each site the script with the helpdesks that may run there: vendors’ hosts one, all others the other', async () => {
  origins = ['https://acme.zendesk.com/*', HELPDESK];
  for (const url of ['https://acme.zendesk.com/agent', 'https://desk.example/']) await allowHelpdeskSite(url);
  await registerAllowedSites();
  expect(scripts.map(({ id, matches: sites }) => [id, sites])).toEqual([
    ['helpdesk', [HELPDESK]],
    ['vendor-helpdesk', ['https://acme.zendesk.com/*']],
  ]);
});

it('registers vendors’ hosts apart where a pattern covers all hosts', async () => {
  packed = ['https://*/*'];
  origins = packed;
  await registerAllowedSites();
  const [own, vendor] = scripts as (Script & { readonly excludeMatches?: readonly string[] })[];
  expect(own).toMatchObject({ id: 'helpdesk', matches: ['https://*/*'] });
  expect(own?.excludeMatches).toEqual(vendor?.matches);
  expect(vendor?.matches).toContain('*://*.zendesk.com/*');
});

it.each([
  ['https://acme.zendesk.com/agent/tickets/1', '/content-scripts/vendor-helpdesk.js'],
  ['https://zendesk.com.desk.example/agent', '/content-scripts/helpdesk.js'],
  ['https://desk.example/', '/content-scripts/helpdesk.js'],
])('the toolbar click starts the script for %s', async (url, file) => {
  Object.assign(browser.tabs, { get: async () => ({ id: 7, url }) });
  await injectInto(7);
  expect(browser.scripting.executeScript).toHaveBeenCalledWith({ target: { tabId: 7 }, files: [file] });
});
