import type { KnowledgeSource } from '../../ports/knowledge-source.ts';
import { createPagedSource } from '../paged/create-paged-source.ts';
import type { PagedProduct } from '../paged/paged-product.ts';
import { chatwootHelpCentre } from './chatwoot.ts';
import { freshdeskHelpCentre } from './freshdesk.ts';
import { helpScoutHelpCentre } from './help-scout.ts';
import { intercomHelpCentre } from './intercom.ts';
import { requestTrackerHelpCentre } from './request-tracker.ts';
import { zammadHelpCentre } from './zammad.ts';
import { zendeskHelpCentre } from './zendesk.ts';

const products: readonly PagedProduct[] = [
  zendeskHelpCentre,
  freshdeskHelpCentre,
  intercomHelpCentre,
  helpScoutHelpCentre,
  zammadHelpCentre,
  requestTrackerHelpCentre,
  chatwootHelpCentre,
];

/** Published articles of help centres. Drafts are never read; what nothing says of, who may read it, is the team's. */
export const helpCentres: readonly KnowledgeSource[] = products.map(createPagedSource);
