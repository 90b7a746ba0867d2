import type { PanelOptions } from '../../components/panel/panel-options.ts';
import { plainPanelOptions } from '../../components/panel/panel-test-support.ts';
import { caseFieldSchema } from '../../utils/domain/triage.ts';

/** What an agent opens in a state of the panel, by name, with the state under it; what is pressed stands in `act-on-panel.ts`. */
export const panelModes: Readonly<Record<string, string>> = {
  'drafted-editing': 'drafted',
  'drafted-rejecting': 'drafted',
  'drafted-passage': 'drafted',
  'drafted-help': 'drafted',
  refining: 'drafted',
  'refining-model': 'facts-changed',
  'versions-changed': 'facts-changed',
  'editing-versions': 'refined',
  'conflict-other': 'conflict',
  'conflict-settled': 'conflict',
  'reading-aid': 'read',
  'reading-aid-conversation': 'read',
  'reading-aid-under-way': 'read-under-way',
  trace: 'drafted',
  'trace-model': 'traced',
  'summary-open': 'risks',
};

const fields = [
  { name: 'goal', kind: 'text', about: 'What the requester wants', isRequired: true, maxLength: 200 },
  { name: 'product', kind: 'text', about: 'Product or plan', isRequired: false, maxLength: 80 },
  {
    name: 'urgency',
    kind: 'choice',
    about: 'How pressing it is',
    isRequired: true,
    choices: ['low', 'normal', 'high', 'urgent'],
  },
  { name: 'follow_up_on', kind: 'date', about: 'When somebody has to come back to it', isRequired: true },
].map((field) => caseFieldSchema.parse(field));

const withoutModel = ['refining', 'trace', 'inserted-tags', 'handed-over'];

/** The settings under which a state is drawn. */
export function toGalleryOptions(name: string): PanelOptions {
  const model = withoutModel.includes(name) ? {} : { hasModel: true, modelHosts: ['api.openai.com'] };
  return { ...plainPanelOptions, ...model, caseFields: /note|handed/.test(name) ? fields : [] };
}
