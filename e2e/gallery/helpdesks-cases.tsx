import type { ReactNode } from 'react';
import {
  HelpdesksSection,
  type HelpdesksActions,
  type HelpdesksValue,
} from '../../components/options/helpdesks/helpdesks-section.tsx';
import type { TaughtHelpdesk } from '../../utils/domain/taught-helpdesk.ts';
import '../../components/options/options.css';

const nothing = (): void => undefined;
const actions: HelpdesksActions = {
  onExport: nothing,
  onImport: async () => ({ ok: false, error: 'The file is no taught helpdesk: its field “kind” has to be “deskside-helpdesk”.' }),
  onRename: nothing,
  onRemove: nothing,
};
const taught = (host: string, name: string): TaughtHelpdesk => ({
  kind: 'deskside-helpdesk',
  version: 1,
  id: 'taught:desk',
  name,
  host,
  address: { path: [{ kind: 'id' }], query: [], hash: [], form: 'number' },
  layout: { version: 1, parts: {}, tests: {}, order: 'oldest-first' },
});
const known: HelpdesksValue['known'] = [
  { id: 'request-tracker', name: 'Request Tracker', support: 'product', seesSent: true },
  { id: 'osticket', name: 'osTicket', support: 'replica', seesSent: true },
  { id: 'front', name: 'Front', support: 'experimental', seesSent: true },
];

const show = (each: readonly TaughtHelpdesk[]): (() => ReactNode) =>
  function Case() {
    return (
      <main className="options-main" style={{ maxInlineSize: 760, marginInline: 'auto', padding: 16 }}>
        <h1 className="visually-hidden">Options</h1>
        <HelpdesksSection value={{ known, taught: each }} actions={actions} />
      </main>
    );
  };

const two = [
  taught('desk.northwind.example', 'Northwind’s own ticket desk'),
  taught(
    'a-very-long-host-name-of-a-helpdesk.support.internal.northwind.example:8443',
    'a-very-long-host-name-of-a-helpdesk.support.internal.northwind.example:8443',
  ),
];

/** States of the helpdesks section, by name. */
export const helpdesksCases: Record<string, () => ReactNode> = {
  'options-helpdesks-none': show([]),
  'options-helpdesks-taught': show(two),
  'options-helpdesks-removing': show(two),
};
