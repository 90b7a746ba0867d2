import type { KnowledgeSource } from '../../ports/knowledge-source.ts';
import { createPagedSource } from '../paged/create-paged-source.ts';
import { chatwootMacros } from './chatwoot.ts';
import { freshdeskMacros } from './freshdesk.ts';
import { intercomMacros } from './intercom.ts';
import { zammadMacros } from './zammad.ts';
import { zendeskMacros } from './zendesk.ts';

/**
 * Replies that the team keeps in its helpdesk, always internal. Help Scout's need another sign-in than its articles, and
 * Request Tracker's are its articles.
 */
export const macros: readonly KnowledgeSource[] = [
  zendeskMacros,
  freshdeskMacros,
  intercomMacros,
  zammadMacros,
  chatwootMacros,
].map(createPagedSource);
