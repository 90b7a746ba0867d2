import { Parser } from 'htmlparser2';

/** Deeper than this no page is written by people; what lies deeper is attached here, so that walks don't overflow. */
const MAX_DEPTH = 400;
/** Open elements beyond that depth at which the rest is not read: the parser's own list of them slows it down more and more. */
const MAX_TOO_DEEP = 5000;
const PIECE = 64 * 1024;

/** An element of HTML or XML. Names and attribute names are lower case in HTML, as written in XML. */
export type MarkupElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkupNode[];
};
export type MarkupComment = { readonly comment: string };
export type MarkupNode = MarkupElement | MarkupComment | string;

/** Markup as a tree under an element without a name. Takes anything and never throws; nothing in it is run or fetched. */
export function parseMarkup(source: string, language: 'html' | 'xml' = 'html'): MarkupElement {
  const root: MarkupElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let tooDeep = 0;
  const add = (node: MarkupNode): void => void (open.at(-1) ?? root).children.push(node);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > MAX_DEPTH) {
          tooDeep += 1;
          return;
        }
        const element: MarkupElement = { name, attributes, children: [] };
        add(element);
        open.push(element);
      },
      ontext: add,
      oncomment: (comment) => add({ comment }),
      onclosetag() {
        if (tooDeep > 0) tooDeep -= 1;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: language === 'xml', decodeEntities: true },
  );
  for (let at = 0; at < source.length && tooDeep < MAX_TOO_DEEP; at += PIECE) parser.write(source.slice(at, at + PIECE));
  parser.end();
  return root;
}

export function isElement(node: MarkupNode): node is MarkupElement {
  return typeof node === 'object' && 'name' in node;
}

/** Elements beneath, in the order of the page, that `isWanted`; what is beneath a wanted one is looked at too. */
export function findAll(root: MarkupElement, isWanted: (element: MarkupElement) => boolean): MarkupElement[] {
  return root.children.filter(isElement).flatMap((child) => [...(isWanted(child) ? [child] : []), ...findAll(child, isWanted)]);
}

export function findFirst(root: MarkupElement, isWanted: (element: MarkupElement) => boolean): MarkupElement | undefined {
  for (const child of root.children) {
    if (!isElement(child)) continue;
    const found = isWanted(child) ? child : findFirst(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

export function findChild(element: MarkupElement | undefined, name: string): MarkupElement | undefined {
  return element?.children.find((child): child is MarkupElement => isElement(child) && child.name === name);
}

/** All text beneath, as it stands. */
export function textOf(node: MarkupNode): string {
  if (typeof node === 'string') return node;
  return isElement(node) ? node.children.map(textOf).join('') : '';
}
