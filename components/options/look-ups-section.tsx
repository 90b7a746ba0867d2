import { useState, type ReactNode } from 'react';
import type { LookUpServer } from '../../utils/domain/look-up.ts';
import { Button } from '../shared/button.tsx';
import type { LookUpsActions } from './look-ups-actions.ts';
import { LookUpsServer } from './look-ups-server.tsx';
import { SettingRow } from './setting-row.tsx';
import { SettingsSection } from './settings-section.tsx';
import './look-ups-section.css';

export type LookUpsSectionProps = { readonly servers: readonly LookUpServer[]; readonly actions: LookUpsActions };

/** The team's own systems, asked about the ticket at hand while its draft is made. */
export function LookUpsSection({ servers, actions }: LookUpsSectionProps): ReactNode {
  const [edited, setEdited] = useState<string>();
  const close = (): void => setEdited(undefined);
  return (
    <SettingsSection
      id="look-ups"
      title="Live look-ups"
      lead="Facts of one ticket from your own systems, asked while the draft is made: an order, a plan, an invoice. Shown as a source, never kept or searched."
    >
      {servers.length === 0 && edited === undefined ? (
        <p className="second">
          No server is set up. Any MCP server over HTTP will do; Deskside calls only the tools that you tick.
        </p>
      ) : null}
      {servers.length === 0 ? null : (
        <ul className="rules">
          {servers.map((server) => (
            <SettingRow key={server.id} name={server.name} hint={describeServer(server)}>
              <Button size="sm" onClick={() => setEdited(server.id)} aria-label={`Change ${server.name}`}>
                Change
              </Button>
              <Button
                size="sm"
                variant="danger"
                onClick={() => void actions.onRemove(server.id)}
                aria-label={`Remove ${server.name}`}
              >
                Remove
              </Button>
            </SettingRow>
          ))}
        </ul>
      )}
      {edited === undefined ? (
        <p className="row">
          <Button variant="outline" onClick={() => setEdited(toNewId(servers))}>
            Add a server
          </Button>
        </p>
      ) : (
        <LookUpsServer
          key={edited}
          saved={servers.find((server) => server.id === edited)}
          newId={edited}
          actions={actions}
          onClose={close}
        />
      )}
    </SettingsSection>
  );
}

function describeServer({ url, tools }: LookUpServer): string {
  const names = tools.map((tool) => tool.name).join(', ');
  return `${new URL(url).host} · ${tools.length === 0 ? 'no tool is ticked, so it is not asked' : `asks ${names}`}`;
}

/** A name that no server has: an id is never used for two at one time. */
function toNewId(servers: readonly LookUpServer[]): string {
  for (let number = servers.length + 1; ; number += 1) {
    const id = `server-${number}`;
    if (!servers.some((server) => server.id === id)) return id;
  }
}
