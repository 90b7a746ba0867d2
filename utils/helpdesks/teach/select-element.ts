import { readMarks, toOwnSelectors } from './element-marks.ts';

/** A selector, and whether it rests on what may change with the helpdesk's next release: positions, or names that a tool made up. */
export type Selected = { readonly css: string; readonly isFragile: boolean };

const MAX_CSS = 480;

/** The most stable selector that finds this element and no other in `root`. */
export function selectElement(element: Element, root: ParentNode): Selected | undefined {
  const isIt = (css: string): boolean => css.length <= MAX_CSS && isOnly(root, css, element);
  const own = ownSelectors(element);
  for (const css of own) if (isIt(css)) return toSelected(css);
  const around = ancestorsWithin(element, root);
  for (const ancestor of around)
    for (const outer of ownSelectors(ancestor))
      for (const css of own) {
        if (isIt(`${outer} > ${css}`) && ancestor === element.parentElement) return toSelected(`${outer} > ${css}`);
        if (isIt(`${outer} ${css}`)) return toSelected(`${outer} ${css}`);
      }
  return selectByPosition(element, around, isIt);
}

/** Child by child from the nearest ancestor that can be named. */
function selectByPosition(element: Element, around: readonly Element[], isIt: (css: string) => boolean): Selected | undefined {
  let path = toPosition(element);
  for (const ancestor of around) {
    for (const outer of ownSelectors(ancestor))
      if (isIt(`${outer} > ${path}`)) return { css: `${outer} > ${path}`, isFragile: true };
    path = `${toPosition(ancestor)} > ${path}`;
  }
  return undefined;
}

function toPosition(element: Element): string {
  const alike = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName);
  return alike.length > 1 ? `${element.localName}:nth-of-type(${alike.indexOf(element) + 1})` : element.localName;
}

/** Its own selectors without those that only say "some div". */
const ownSelectors = (element: Element): readonly string[] => toOwnSelectors(readMarks(element), element.localName);

function ancestorsWithin(element: Element, root: ParentNode): readonly Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at && at !== root && at.localName !== 'html'; at = at.parentElement) found.push(at);
  return found;
}

function isOnly(root: ParentNode, css: string, element: Element): boolean {
  const found = root.querySelectorAll(css);
  return found.length === 1 && found[0] === element;
}

const toSelected = (css: string): Selected => ({ css, isFragile: /nth-of-type/.test(css) || restsOnMadeUpName(css) });

function restsOnMadeUpName(css: string): boolean {
  return [...css.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => /\d/.test(name));
}
