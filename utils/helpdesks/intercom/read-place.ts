/** The workspace and the conversation in the inbox's address; nothing on its other pages. */
export function readPlace({ pathname }: URL): { readonly app: string; readonly id: string } | undefined {
  const [, app, id] = /^\/a\/inbox\/(\w+)\/(?:.+\/)?conversation\/(\d+)(?:\/|$)/.exec(pathname) ?? [];
  return app !== undefined && id !== undefined ? { app, id } : undefined;
}
