import { createRoot } from 'react-dom/client';
import '../../utils/messaging/zod-setup.ts';
import { FirstRunPage } from '../../components/first-run/first-run-page.tsx';
import { useFirstRun } from '../../components/first-run/use-first-run.ts';
import { createOptionsStores } from '../../components/options/options-stores.ts';
import { useTheme } from '../../components/options/use-theme.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';

const stores = createOptionsStores();

function FirstRun() {
  useTheme();
  return <FirstRunPage {...useFirstRun(stores)} />;
}

createRoot(document.querySelector('#root') ?? document.body).render(<FirstRun />);
