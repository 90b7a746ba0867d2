import type { BuiltInHelpdesk, HelpdeskId } from './ticket.ts';

const names: Readonly<Record<BuiltInHelpdesk, string>> = {
  zendesk: 'Zendesk',
  freshdesk: 'Freshdesk',
  intercom: 'Intercom',
  'help-scout': 'Help Scout',
  gorgias: 'Gorgias',
  hubspot: 'HubSpot',
  front: 'Front',
  salesforce: 'Salesforce Service Cloud',
  'jira-service-management': 'Jira Service Management',
  'zoho-desk': 'Zoho Desk',
  chatwoot: 'Chatwoot',
  zammad: 'Zammad',
  osticket: 'osTicket',
  freescout: 'FreeScout',
  'request-tracker': 'Request Tracker',
  demo: 'Demo helpdesk',
};

/** A helpdesk as people say it; one that was taught goes by the name in its id, made from its host. */
export function nameHelpdesk(id: HelpdeskId): string {
  return isTaught(id) ? id.slice('taught:'.length) : names[id];
}

const isTaught = (id: HelpdeskId): id is Exclude<HelpdeskId, BuiltInHelpdesk> => id.startsWith('taught:');
