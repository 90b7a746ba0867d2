/**
 * Hosts that vendors run their helpdesks at, a subdomain of one included. Helpdesks there and helpdesks that a team runs at a host of its own are two
 * scripts, so that no page loads more adapters than can be its own. Zoho Desk has a host for each of its data centres.
 */
const vendorHosts = [
  'zendesk.com',
  'freshdesk.com',
  'intercom.com',
  'intercom.io',
  'secure.helpscout.net',
  'gorgias.com',
  'hubspot.com',
  'frontapp.com',
  'lightning.force.com',
  'atlassian.net',
  ...['com', 'eu', 'in', 'jp', 'ca', 'sa', 'uk', 'ae', 'com.au', 'com.cn'].map((ending) => `desk.zoho.${ending}`),
];

export const isVendorHost = (hostname: string): boolean =>
  vendorHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));

/** The same as match patterns of the browser. */
export const vendorPatterns: readonly string[] = vendorHosts.map((host) => `*://*.${host}/*`);
