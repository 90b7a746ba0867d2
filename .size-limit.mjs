import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BUILD = '.output/chrome-mv3';

/**
 * A script and every chunk that it loads at once; what it loads when it is needed doesn't count.
 *
 * @param {string} file
 * @param {Set<string>} found
 * @returns {string[]}
 */
function withImports(file, found = new Set()) {
  if (found.has(file)) return [];
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
    withImports(join(dirname(file), path), found);
  return [...found];
}

/** Scripts and styles that a page names itself. */
const page = (name) =>
  [...readFileSync(join(BUILD, name), 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) =>
    join(BUILD, path),
  );

export default [
  ...['helpdesk', 'vendor-helpdesk'].map((name) => ({
    name: `content script: ${name}`,
    path: join(BUILD, `content-scripts/${name}.js`),
    limit: '40 kB',
    gzip: true,
  })),
  {
    name: 'worker: with every chunk it loads at its start',
    path: withImports(join(BUILD, 'background.js')),
    limit: '385 kB',
    gzip: true,
  },
  {
    name: 'panel: scripts and styles',
    path: [...new Set(page('sidepanel.html').flatMap((file) => (file.endsWith('.js') ? withImports(file) : [file])))],
    limit: '160 kB',
    gzip: true,
  },
];
