import type { PanelOptions } from './panel-options.ts';

/** What settings without a model mean. For tests and for the gallery. */
export const plainPanelOptions: PanelOptions = {
  singleKeys: true,
  hasModel: false,
  modelHosts: [],
  currency: 'USD',
  agentLanguage: 'en',
  caseFields: [],
  searchHost: '',
};
