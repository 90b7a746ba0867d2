/** An address beneath a base that may have a path of its own: "https://desk.example/rt" and "REST/2.0/". */
export function beneath(base: URL, path: string): URL {
  const url = new URL(base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`, base.origin);
  return new URL(path, url);
}

/** @see https://www.rfc-editor.org/rfc/rfc7617 */
export function basic(user: string, password: string): { authorization: string } {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}

/** A path with its parameters; those without a value are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}
