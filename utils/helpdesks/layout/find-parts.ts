import type { Lead, Part, TicketLayout } from '../../domain/ticket-layout.ts';

/** Looks for the parts of one layout and remembers where it looked in vain. */
export type PartFinder = {
  /** Elements of the first lead that finds any, in document order; `isApart` leaves some out. */
  readonly findAll: (root: ParentNode, part: Part, isApart?: (element: Element) => boolean) => readonly Element[];
  /** What the first lead that finds something reads there: an attribute, a field's value or the text; '' when none does. */
  readonly readFirst: (root: ParentNode, part: Part, isApart?: (element: Element) => boolean) => string;
  /** Does the element, or something in it, answer one of these selectors? */
  readonly holds: (root: Element, css: readonly string[] | undefined, isApart?: (element: Element) => boolean) => boolean;
  /** "subject: .tixTitle h3 (source): 0 found", a line for each lead that found nothing. For a report; holds no text of the page. */
  readonly tried: readonly string[];
};

const nothingApart = (): boolean => false;

/** `id` stands in for `{id}`; one with other characters than a selector's string may hold finds nothing. */
export function createPartFinder(layout: TicketLayout, id: string): PartFinder {
  const tried: string[] = [];
  const query = (root: ParentNode, css: string): readonly Element[] => {
    if (!css.includes('{id}')) return findIn(root, css, layout.pierces ?? false);
    return /^[\w-]+$/.test(id) ? findIn(root, css.replaceAll('{id}', id), layout.pierces ?? false) : [];
  };
  const findLead = (
    root: ParentNode,
    part: Part,
    isApart: (element: Element) => boolean,
    isUseful: (element: Element, lead: Lead) => boolean,
  ): { readonly found: readonly Element[]; readonly lead?: Lead } => {
    for (const lead of layout.parts[part] ?? []) {
      const found = query(root, lead.css)
        .flatMap((element) => follow(element, lead))
        .filter((element) => !isApart(element) && isUseful(element, lead));
      if (found.length > 0) return { found, lead };
      const line = `${part}: ${lead.css} (${lead.sure}): 0 found`;
      if (!tried.includes(line)) tried.push(line);
    }
    return { found: [] };
  };
  return {
    tried,
    findAll: (root, part, isApart = nothingApart) => findLead(root, part, isApart, () => true).found,
    readFirst(root, part, isApart = nothingApart) {
      const { found, lead } = findLead(root, part, isApart, (element, each) => readLead(element, each) !== '');
      return found[0] && lead ? readLead(found[0], lead) : '';
    },
    holds: (root, css, isApart = nothingApart) =>
      css?.some((each) => root.matches(each) || query(root, each).some((element) => !isApart(element))) ?? false,
  };
}

function follow(element: Element, lead: Lead): readonly Element[] {
  if (lead.follow === undefined) return [element];
  const target = element.ownerDocument.getElementById(element.getAttribute(lead.follow) ?? '');
  return target ? [target] : [];
}

/** What a lead reads at an element, without white space around it. */
export function readLead(element: Element, { attribute, prefix = '' }: Lead): string {
  const raw =
    attribute === undefined ? element.textContent : attribute === 'value' ? readValue(element) : element.getAttribute(attribute);
  const text = (raw ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
  return text.startsWith(prefix) ? text.slice(prefix.length).trim() : '';
}

function readValue(element: Element): string {
  const { value } = element as Element & { readonly value?: unknown };
  return typeof value === 'string' ? value : (element.getAttribute('value') ?? '');
}

/** The root itself counts when it is an element. Open shadow roots are looked into only when asked: it walks the whole tree. */
function findIn(root: ParentNode, css: string, pierces: boolean): readonly Element[] {
  const found = [...root.querySelectorAll(css)];
  if (root.nodeType === 1 && (root as Element).matches(css)) found.unshift(root as Element);
  if (!pierces) return found;
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) found.push(...findIn(element.shadowRoot, css, true));
  return found;
}
