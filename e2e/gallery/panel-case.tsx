import type { ReactNode } from 'react';
import type { PanelActions } from '../../components/panel/panel-actions.ts';
import { panelInputs } from '../../components/panel/panel-fixtures.ts';
import { PanelPage } from '../../components/panel/panel-page.tsx';
import { toPanelView } from '../../components/panel/panel-view.ts';

const actions = new Proxy({} as PanelActions, { get: () => () => undefined });

/** The panel in the state of this name. */
export default function PanelCase({ name }: { readonly name: string }): ReactNode {
  const input = panelInputs[name];
  return input ? (
    <main>
      <PanelPage view={toPanelView(input)} actions={actions} singleKeys />
    </main>
  ) : null;
}
