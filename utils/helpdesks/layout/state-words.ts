/** What an element is doing now, and not what it is: `unread`, `selected`, `odd`. */
const STATES = new Set(
  (
    'active selected open opened closed expanded collapsed hover hovered focus focused visible shown hidden unread read seen unseen new newest ' +
    'latest old first last odd even current disabled enabled loading loaded highlighted highlight editing pinned sticky animate animated fade ' +
    'entering leaving dragging target checked ready compact truncated folded unfolded show hide'
  ).split(' '),
);

const toWords = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

/** Is this class a passing state: `active`, `is-open`, `message--unread`? */
export function isStateClass(name: string): boolean {
  const words = toWords(name.includes('--') ? name.slice(name.lastIndexOf('--')) : name).filter(
    (word) => !/^(?:is|has|was)$/.test(word),
  );
  return words.length > 0 && words.every((word) => STATES.has(word));
}

/** An attribute that names a person, unless it says what kind of person: `data-author`, not `data-author-type`. */
export const isOfPerson = (attribute: string): boolean =>
  /author|user|name|mail|from|sender|owner|assignee|avatar|customer|client|contact|requester|person|company|by$/i.test(
    attribute,
  ) && !/(?:role|type|kind|side|direction)$/i.test(attribute);
