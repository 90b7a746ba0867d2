import type { SourceOrigin } from '../domain/passage.ts';
import type { KnowledgeSource } from '../ports/knowledge-source.ts';
import { helpCentres } from './help-centres/help-centres.ts';
import { macros } from './macros/macros.ts';
import { createSolvedTicketSources } from './solved-tickets/solved-tickets.ts';
import type { Redact } from './solved-tickets/to-solved-ticket.ts';
import { webPages } from './web-pages/web-pages.ts';

export type SourceRegistry = {
  readonly sources: readonly KnowledgeSource[];
  /** The one that reads this origin; `undefined` for a product that doesn't offer it, and for stores that are searched where they are. */
  readonly findSource: (origin: SourceOrigin) => KnowledgeSource | undefined;
};

/** All places that knowledge can be read from. `redact` takes personal data out of solved tickets. */
export function createSourceRegistry(options: { readonly redact: Redact }): SourceRegistry {
  const sources = [...helpCentres, webPages, ...macros, ...createSolvedTicketSources(options)];
  return { sources, findSource: (origin) => sources.find(({ isFor }) => isFor(origin)) };
}
