import { defineConfig } from 'wxt';

/** Manifest V3 for Chromium and Firefox from one source; every permission's reason stands in docs/permissions.md. */
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
  modules: [],
  // What is loaded is held to limits in .size-limit.mjs, gzipped; a warning here says nothing more.
  vite: () => ({ build: { chunkSizeWarningLimit: 2000 } }),
  manifest: ({ browser }) => ({
    name: 'Deskside',
    description: 'Drafts replies to the ticket that is open, with the passages they rest on.',
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'alarms',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'Open Deskside' },
    content_security_policy: {
      extension_pages:
        "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'deskside@deskside.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'], optional: ['websiteContent', 'personalCommunications'] },
            },
          },
        }
      : { minimum_chrome_version: '121', externally_connectable: { ids: [] } }),
  }),
});
