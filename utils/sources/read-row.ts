import { audienceSchema, type Audience } from '../domain/passage.ts';
import { cleanText } from './clean-text.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { ParsedPage } from './parsed-page.ts';
import { UnreadableError } from './unreadable-error.ts';

/** A row of a table as an article. `key` tells it from the other rows, where the row has something that does. */
export type ParsedRow = {
  readonly key: string;
  readonly page: ParsedPage;
  /** Its values as they came, with invisible characters, for the review. */
  readonly raw: string;
};

/** Names of columns, folded, by what they hold; the first that a row fills counts, the others are lines of the text. */
const columns = {
  key: ['id', 'key', 'number', 'articleid', 'slug'],
  title: ['title', 'question', 'name', 'subject', 'heading', 'prompt'],
  text: ['text', 'answer', 'body', 'content', 'html', 'reply', 'response', 'solution', 'description'],
  url: ['url', 'link', 'address', 'htmlurl'],
  locale: ['locale', 'language', 'lang'],
  audience: ['audience', 'visibility', 'access'],
  updated: ['updated', 'updatedat', 'lastupdated', 'modified', 'modifiedat', 'lastmodified', 'editedat'],
  segment: ['segment', 'segments', 'plan', 'plans'],
  version: ['version'],
  region: ['region', 'country'],
} as const;
type Column = keyof typeof columns;

/** Words for who may read something, where they are not our own. */
const PUBLIC = /^(?:everyone|everybody|all|anyone|open|published|yes|true)$/;

/**
 * One record (a line of a CSV or JSONL file) as an article. Columns are known by name, whatever their case and signs ("Last
 * updated", "last_updated"); what is not known is kept as "column: value" lines. Throws `UnreadableError` without text.
 */
export function readRow(record: readonly (readonly [name: string, value: string])[]): ParsedRow {
  const cells = record.map(([name, value]) => ({ name: cleanText(name).trim(), value: cleanText(value).trim(), isUsed: false }));
  const take = (column: Column): string => {
    for (const known of columns[column]) {
      const cell = cells.find(({ name, value, isUsed }) => !isUsed && value !== '' && foldName(name) === known);
      if (!cell) continue;
      cell.isUsed = true;
      return cell.value;
    }
    return '';
  };
  const [key, title, text] = [take('key'), take('title'), take('text')];
  const [url, locale, updated] = [take('url'), take('locale'), Date.parse(take('updated'))];
  const segments = take('segment')
    .split(/[,;|]/)
    .flatMap((segment) => segment.trim() || []);
  const audience = toAudience(take('audience'), segments);
  const [version, region] = [take('version'), take('region')];
  const body = toSections(text);
  const rest = cells.flatMap(({ name, value, isUsed }) => (isUsed || value === '' ? [] : `${name}: ${value}`));
  if (body.sections.length === 0 && rest.length === 0) throw new UnreadableError('there is no text in it');
  const sections = rest.length === 0 ? body.sections : withLines(body.sections, rest);
  return {
    key: key || url || title,
    raw: record.map(([, value]) => value).join('\n'),
    page: {
      title,
      sections,
      ...(body.hidden ? { hidden: body.hidden } : {}),
      ...(URL.canParse(url) ? { url } : {}),
      ...(locale ? { locale } : {}),
      ...(audience ? { audience } : {}),
      ...(segments.length > 0 && audience === 'segment' ? { segments } : {}),
      ...(version ? { version } : {}),
      ...(region ? { region } : {}),
      ...(Number.isNaN(updated) ? {} : { updatedAt: new Date(updated).toISOString() }),
    },
  };
}

function foldName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function toSections(text: string): Pick<ParsedPage, 'sections' | 'hidden'> {
  return /<(?:p|br|div|ul|ol|table|h[1-6]|span|a|b|strong)\b[^>]*>/i.test(text) ? parseHtml(text) : parseMarkdown(text);
}

/** What else the row says stands beneath its text, in one piece with it where it has one section. */
function withLines(sections: ParsedPage['sections'], lines: readonly string[]): ParsedPage['sections'] {
  const [only, ...others] = sections;
  const text = lines.join('\n');
  if (!only) return [{ headings: [], text }];
  return others.length > 0 ? [...sections, { headings: [], text }] : [{ ...only, text: `${only.text}\n\n${text}` }];
}

/** A word that we don't know ("agents", "draft") keeps the row inside the team: never wider than was meant. */
function toAudience(said: string, segments: readonly string[]): Audience | undefined {
  if (said === '') return segments.length > 0 ? 'segment' : undefined;
  const word = said.toLowerCase().replaceAll(/[\s_]+/g, '-');
  const audience = audienceSchema.safeParse(word);
  if (audience.success) return audience.data;
  return PUBLIC.test(word) ? 'public' : 'internal';
}
