import { findFirst, type MarkupElement } from './markup-tree.ts';

/** Never content: code, controls, pictures, navigation. */
const SKIPPED = new Set(
  'script style noscript template svg nav footer aside select iframe object head button textarea datalist audio video canvas dialog map'.split(
    ' ',
  ),
);
const SKIPPED_ROLES = new Set(
  'navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar'.split(' '),
);

/** Words of a class or id, alone or with a second one that makes them sure. */
const toPattern = (words: readonly string[]): RegExp => new RegExp(`(?:^|[\\s_-])(?:${words.join('|')})(?=$|[\\s_-])`, 'i');
const SURELY = toPattern([
  'bread-?crumbs?',
  '(?:cookie|consent|gdpr)s?-?(?:banner|bar|notice|popup|modal|dialog|law|consent|message|overlay|settings)',
  '(?:share|sharing|social)-?(?:bar|buttons?|links?|icons?|media|share|tools)',
  '(?:article|page|doc|docs)-?(?:votes?|feedback|rating|share|subscribe)',
  'was-?this-?helpful|pagination|pager|prev-next|edit-this-page',
  'skip-?(?:link|nav|to-content)',
]);
const LIKELY = toPattern([
  '(?:related|recent|similar|recommended|popular|suggested)-?(?:articles?|posts?|links?|content|topics?|pages?|resources|reading|questions)',
  '(?:article|page|doc|docs)-?(?:comments?|relatives|nav|navigation|sidebar|toc)',
  'table-of-contents|toc',
  'nav-?(?:header|footer|panel|bar|links)',
  'side-?bar|newsletter|sign-?up-?form|site-?(?:header|footer|nav)',
]);
const camel = /([a-z])([A-Z])/g;

/** Notes in an article that stand in "aside". */
const NOTE = /note|tip|warn|caution|danger|info|important|callout|admonition|alert|hint/i;

/**
 * What surrounds an article, by tag, role or the words of its class and id. `likely`: unless most of the text is in it, as in a
 * form around a whole page, or a page whose frame is called after its sidebar.
 */
export function findSurrounding(element: MarkupElement): 'surely' | 'likely' | undefined {
  const { name, attributes } = element;
  const words = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.replaceAll(camel, '$1-$2');
  if (name === 'aside' && NOTE.test(`${words} ${attributes['role'] ?? ''}`)) return undefined;
  if (name === 'form') return 'likely';
  if (name === 'header') return findFirst(element, (each) => each.name === 'h1') ? undefined : 'surely';
  if (SKIPPED.has(name) || SKIPPED_ROLES.has(attributes['role'] ?? '')) return 'surely';
  if (/^(?:h[1-6]|body|html|main|article)$/.test(name)) return undefined;
  if (SURELY.test(words)) return 'surely';
  return LIKELY.test(words) ? 'likely' : undefined;
}

/** Code and the like: no text however much there is of it. */
export function isCode({ name }: MarkupElement): boolean {
  return /^(?:script|style|noscript|template|svg|head|iframe|object|select|datalist|textarea)$/.test(name);
}
