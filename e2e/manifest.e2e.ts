import { readFileSync, readdirSync } from 'node:fs';
import { expect, it, describe } from 'vitest';

type Manifest = {
  manifest_version: number;
  permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: unknown[];
  web_accessible_resources?: unknown[];
  externally_connectable?: { ids?: string[]; matches?: string[] };
  content_security_policy: { extension_pages: string };
};

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (build) => {
  const folder = `.output/${build}`;
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Manifest;

  it('is Manifest V3', () => expect(manifest.manifest_version).toBe(3));

  it('asks for at most six permissions, each with its reason in docs/permissions.md', () => {
    const reasons = readFileSync('docs/permissions.md', 'utf8');
    expect(manifest.permissions?.length).toBeLessThanOrEqual(6);
    for (const permission of manifest.permissions ?? []) expect(reasons).toContain(`| \`${permission}\` |`);
  });

  it('asks for no site at install and runs on none', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  it('lets no page and no other extension reach it', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable?.matches ?? []).toEqual([]);
    expect(manifest.externally_connectable?.ids ?? []).toEqual([]);
  });

  it('loads code from itself only; WebAssembly may be compiled, text may not be run', () => {
    expect(manifest.content_security_policy.extension_pages).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(manifest.content_security_policy.extension_pages).not.toMatch(/(?<!wasm-)unsafe-eval|unsafe-inline|https?:/);
  });

  it('gives the panel no network', () => {
    const csp =
      /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/i.exec(readFileSync(`${folder}/sidepanel.html`, 'utf8'))?.[1] ??
      '';
    for (const rule of [
      "default-src 'none'",
      "connect-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(csp).toContain(rule);
    }
  });

  it('has no inline script in any page', () => {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.html'))) {
      expect(readFileSync(`${folder}/${name}`, 'utf8')).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/i);
    }
  });
});

it('the content script is free of React', () => {
  expect(readFileSync('.output/chrome-mv3/content-scripts/helpdesk.js', 'utf8')).not.toMatch(
    /react\.(?:element|transitional\.element|fragment)/,
  );
});
