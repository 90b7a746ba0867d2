import type { Settings } from '../../utils/domain/settings.ts';
import type { CaseField } from '../../utils/domain/triage.ts';

/** What the team's settings mean for the panel. */
export type PanelOptions = {
  readonly singleKeys: boolean;
  /** A model is set that can refine, translate and write notes. */
  readonly hasModel: boolean;
  /** Where the models that are set are asked; the browser’s own has no host. */
  readonly modelHosts: readonly string[];
  /** ISO 4217, of the prices. */
  readonly currency: string;
  /** BCP 47 language that the agent reads. */
  readonly agentLanguage: string;
  /** Fields of the note that the team keeps per case; empty: it keeps none. */
  readonly caseFields: readonly CaseField[];
  /** Whom a search asks for the meaning of words; empty: it stays in the browser. */
  readonly searchHost: string;
};

/** What the settings mean for the panel; before they are known, nothing that needs a model is offered. */
export function toPanelOptions(settings: Settings | undefined, browserLanguage: string): PanelOptions {
  return {
    singleKeys: settings?.singleKeys ?? true,
    hasModel: settings !== undefined && settings.backend.kind !== 'embedded',
    modelHosts: settings ? toModelHosts(settings) : [],
    currency: settings?.budget.currency ?? 'USD',
    agentLanguage: settings?.agentLanguage || browserLanguage,
    caseFields: settings?.caseFields ?? [],
    searchHost: settings?.embedding ? new URL(settings.embedding.endpoint.baseUrl).host : '',
  };
}

function toModelHosts({ backend, styling }: Settings): string[] {
  const endpoints = [...(backend.kind === 'openai-compatible' ? [backend.endpoint] : []), ...(styling ? [styling] : [])];
  return backend.kind === 'embedded' ? [] : [...new Set(endpoints.map(({ baseUrl }) => new URL(baseUrl).host))];
}
