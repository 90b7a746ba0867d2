/**
 * Records what a running, freshly seeded Request Tracker answers about one ticket, for tests without one:
 * `node e2e/request-tracker/record-pages.ts [ticket id]` writes utils/helpdesks/fixtures/request-tracker.json.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const RT = process.env['RT_URL'] ?? 'http://127.0.0.1:8090';
const id = process.argv[2] ?? '1';
const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156 Safari/537.36';
let cookie = '';

async function ask(path: string, body?: URLSearchParams): Promise<{ type: string; text: string }> {
  const answer = await fetch(`${RT}${path}`, {
    redirect: 'manual',
    headers: { 'user-agent': agent, cookie, referer: `${RT}/` },
    ...(body ? { method: 'POST', body } : {}),
  });
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return { type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

/** Menus, styles and scripts out: what is left is what an adapter looks at. */
const trim = (html: string): string =>
  html
    .replaceAll(
      /<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<link\b[^>]*>|<option\b(?![^>]*selected)[\s\S]*?<\/option>/g,
      '',
    )
    .replaceAll(/<li\b[\s\S]*?<\/li>/g, (item) => (item.includes('id="preferences"') ? item : ''))
    .replaceAll(/name="Token" value="\w+"/g, 'name="Token" value=""')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n');

await ask('/');
await ask('/NoAuth/Login.html', new URLSearchParams({ user: 'agent1', pass: 'agent1-pass' }));
const login = (await (await fetch(`${RT}/NoAuth/Login.html`)).text()) || '';
const pages: Record<string, { type: string; text: string }> = {};
for (const path of [
  `/Ticket/Display.html?id=${id}`,
  `/Ticket/History.html?id=${id}`,
  `/Ticket/Update.html?Action=Respond&id=${id}`,
]) {
  const { type, text } = await ask(path);
  pages[path] = { type, text: trim(text) };
}
const rest = `/REST/2.0/ticket/${id}`;
const history = `${rest}/history?per_page=100&page=`;
const names = new Set(['27']);
for (const path of [
  rest,
  `${history}1&fields=Type,Creator,Created`,
  `${history}2&fields=Type,Creator,Created`,
  `${rest}/history?per_page=50&page=1&orderby=id&order=DESC&fields=Type,Creator,Created`,
]) {
  const answer = await ask(path);
  for (const [, name = ''] of answer.text.matchAll(/\/user\/([\w.]+)"/g)) names.add(name);
  pages[path] = { type: answer.type, text: JSON.stringify(JSON.parse(answer.text)) };
}
for (const name of names) {
  const answer = await ask(`/REST/2.0/user/${name}`);
  pages[`/REST/2.0/user/${name}`] = { type: answer.type, text: JSON.stringify(JSON.parse(answer.text)) };
}
const target = join(import.meta.dirname, '../../utils/helpdesks/fixtures/request-tracker.json');
await writeFile(target, `${JSON.stringify({ id, login: trim(login), pages }, null, 1)}\n`);
