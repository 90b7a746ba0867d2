import { findAll, findChild, type MarkupElement } from './html/markup-tree.ts';

/** What a document's own styles and lists say of its paragraphs. */
export type DocxStyles = {
  /** Depth of a heading from 1, 0 for the document's title; `undefined` for text. */
  readonly headingDepth: (style: string, outline: string | undefined) => number | undefined;
  /** Whether a list's level has numbers or signs; `undefined` for a list that is not described. */
  readonly listKind: (list: string, level: string) => 'ordered' | 'bulleted' | undefined;
  /** The list that a style puts its paragraphs in. */
  readonly listOfStyle: (style: string) => string | undefined;
};

type Style = {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly outline: string | undefined;
  readonly list: string | undefined;
};

/** Word's own headings are known by their English names, whatever the language of the program. */
const HEADING = /^heading\s*([1-9])$/i;

/** @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ part 1, 17.7 and 17.9 */
export function readDocxStyles(styles: MarkupElement, numbering: MarkupElement): DocxStyles {
  const byId = new Map(
    findAll(styles, ({ name }) => name === 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', toStyle(style)]),
  );
  const abstract = new Map(
    findAll(numbering, ({ name }) => name === 'w:abstractNum').map((list) => [
      list.attributes['w:abstractNumId'] ?? '',
      toLevels(list),
    ]),
  );
  const lists = new Map(
    findAll(numbering, ({ name }) => name === 'w:num').map((list) => [
      list.attributes['w:numId'] ?? '',
      abstract.get(valueOf(list, 'w:abstractNumId') ?? ''),
    ]),
  );
  /** The style and those it is based on; a circle ends. */
  const chain = (id: string): Style[] => {
    const found: Style[] = [];
    for (let style = byId.get(id); style && !found.includes(style); style = byId.get(style.basedOn ?? '')) found.push(style);
    return found;
  };
  return {
    headingDepth(id, outline) {
      const styleChain = chain(id);
      if (styleChain.some(({ name }) => /^title$/i.test(name)) || /^title$/i.test(id)) return 0;
      const named = HEADING.exec(styleChain.find(({ name }) => HEADING.test(name))?.name ?? '') ?? HEADING.exec(id);
      if (named) return Number(named[1]);
      const level = Number(outline ?? styleChain.find((style) => style.outline !== undefined)?.outline ?? 9);
      return level < 9 ? level + 1 : undefined;
    },
    listKind(list, level) {
      const format = lists.get(list)?.get(level);
      if (format === undefined || format === 'none') return undefined;
      return format === 'bullet' ? 'bulleted' : 'ordered';
    },
    listOfStyle: (id) => chain(id).find(({ list }) => list !== undefined)?.list,
  };
}

function toStyle(style: MarkupElement): Style {
  const paragraph = findChild(style, 'w:pPr');
  return {
    name: valueOf(style, 'w:name') ?? '',
    basedOn: valueOf(style, 'w:basedOn'),
    outline: valueOf(paragraph, 'w:outlineLvl'),
    list: valueOf(findChild(paragraph, 'w:numPr'), 'w:numId'),
  };
}

function toLevels(list: MarkupElement): Map<string, string> {
  const levels = list.children.flatMap((child) =>
    typeof child === 'object' && 'name' in child && child.name === 'w:lvl' ? [child] : [],
  );
  return new Map(levels.map((level) => [level.attributes['w:ilvl'] ?? '', valueOf(level, 'w:numFmt') ?? 'decimal']));
}

/** `w:val` of a child. */
export function valueOf(element: MarkupElement | undefined, name: string): string | undefined {
  return findChild(element, name)?.attributes['w:val'];
}
