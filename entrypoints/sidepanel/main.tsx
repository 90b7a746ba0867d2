import { createRoot } from 'react-dom/client';
import '../../utils/messaging/zod-setup.ts';
import { useStoredSettings, useTheme } from '../../components/options/use-theme.ts';
import { toPanelOptions } from '../../components/panel/panel-options.ts';
import { PanelPage } from '../../components/panel/panel-page.tsx';
import { usePanel } from '../../components/panel/use-panel.ts';
import { createDatabaseOpener } from '../../utils/storage/database.ts';
import { createDraftStore } from '../../utils/storage/draft-store.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';

const drafts = createDraftStore(createDatabaseOpener());

function Panel() {
  useTheme();
  const settings = useStoredSettings();
  return <PanelPage {...usePanel(drafts, settings)} options={toPanelOptions(settings, navigator.language)} />;
}

createRoot(document.querySelector('#root') ?? document.body).render(<Panel />);
