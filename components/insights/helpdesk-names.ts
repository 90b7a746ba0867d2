import type { HelpdeskId } from '../../utils/domain/ticket.ts';

/** Helpdesks as people say them. */
export const helpdeskNames: Record<HelpdeskId, string> = { 'request-tracker': 'Request Tracker', demo: 'Demo helpdesk' };
