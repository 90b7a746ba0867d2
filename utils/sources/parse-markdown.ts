import { audienceSchema } from '../domain/passage.ts';
import { cutBetween } from './cut-between.ts';
import { createSectionCollector, type ParsedPage } from './parsed-page.ts';

const frontMatter = /^---\n([\s\S]*?)\n---\s*(?:\n|$)/;

/**
 * Markdown as sections of plain text: headings become the path, marks of emphasis, links and pictures go, lists, tables
 * and code stay as lines. Front matter may give title, url, locale, updated and audience (or visibility).
 */
export function parseMarkdown(source: string): ParsedPage {
  const given = readFrontMatter(frontMatter.exec(source)?.[1] ?? '');
  const collector = createSectionCollector();
  let title = given['title'] ?? '';
  let isCode = false;
  for (const line of cutBetween(source.replace(frontMatter, ''), '<!--', '-->').kept.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      isCode = !isCode;
      continue;
    }
    const heading = isCode ? null : /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (!heading) collector.addLine(isCode ? line : toPlainLine(line));
    else if (title === '' && heading[1] === '#') title = toPlainLine(heading[2] ?? '');
    else if (toPlainLine(heading[2] ?? '') !== title)
      collector.addHeading(Math.max(1, (heading[1] ?? '').length - 1), toPlainLine(heading[2] ?? ''));
  }
  const audience = audienceSchema.safeParse(given['audience'] ?? given['visibility']);
  const updated = Date.parse(given['updated'] ?? '');
  return {
    title,
    sections: collector.finish(),
    ...(given['url'] ? { url: given['url'] } : {}),
    ...(given['locale'] ? { locale: given['locale'] } : {}),
    ...(audience.success ? { audience: audience.data } : {}),
    ...(Number.isNaN(updated) ? {} : { updatedAt: new Date(updated).toISOString() }),
  };
}

function readFrontMatter(block: string): Record<string, string> {
  return Object.fromEntries(
    block.split('\n').flatMap((line) => {
      const found = /^(\w+):\s*(.*)$/.exec(line);
      return found ? [[(found[1] ?? '').toLowerCase(), (found[2] ?? '').trim().replace(/^(['"])(.*)\1$/, '$2')]] : [];
    }),
  );
}

function toPlainLine(line: string): string {
  if (/^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line)) return '';
  return line
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=\S)([^*]+)\*(?![\w*])/g, '$1')
    .replaceAll(/`([^`]+)`/g, '$1')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replace(/^\s*>\s?/, '')
    .replace(/^(\s*)[*+]\s+/, '$1- ')
    .replace(/^\s*\|(.*)\|\s*$/, (_whole, cells: string) =>
      cells
        .split('|')
        .map((cell) => cell.trim())
        .join(' | '),
    );
}
