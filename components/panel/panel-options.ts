import type { Settings } from '../../utils/domain/settings.ts';
import type { PanelOptions } from './panel-page.tsx';

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
