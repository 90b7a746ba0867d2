/** RT's own `WebPath`: what stands in front of `/Ticket/…`, empty for an RT at the root of its host. */
export function toWebPath(url: URL): string {
  return /^(.*?)\/Ticket\/[^/]+$/.exec(url.pathname)?.[1] ?? '';
}
