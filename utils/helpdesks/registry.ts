import type { HelpdeskAdapter } from '../ports/helpdesk-adapter.ts';
import { ownHostHelpdesks } from './own-host-helpdesks.ts';
import { vendorHelpdesks } from './vendor-helpdesks.ts';

/** Every helpdesk that comes with the extension; a page's script has one of the two lists. */
export const helpdesks: readonly HelpdeskAdapter[] = [...vendorHelpdesks, ...ownHostHelpdesks];
