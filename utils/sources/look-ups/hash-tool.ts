/** The part of a tool's description that decides what it takes, gives and does. */
export type ToolPromise = { readonly inputSchema: unknown; readonly outputSchema?: unknown; readonly annotations?: unknown };

/** SHA-256 of a tool's promise, in hex, whatever the order of its keys. The team ticks this and not only a name. */
export function hashTool({ inputSchema, outputSchema, annotations }: ToolPromise): Promise<string> {
  return hashText(toCanonicalJson({ inputSchema, outputSchema, annotations }));
}

/** SHA-256 of a text as UTF-8, in lower-case hex. */
export async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON with the keys of every object in order. */
export function toCanonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}
