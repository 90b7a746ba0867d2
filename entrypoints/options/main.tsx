import { createRoot } from 'react-dom/client';
import '../../utils/messaging/zod-setup.ts';
import { lookUpsActions } from '../../components/options/look-ups-actions.ts';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { createOptionsStores } from '../../components/options/options-stores.ts';
import { useOptions } from '../../components/options/use-options.ts';
import { useTheme } from '../../components/options/use-theme.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';

const stores = createOptionsStores();

function Options() {
  useTheme();
  return <OptionsPage {...useOptions(stores)} lookUps={lookUpsActions} />;
}

createRoot(document.querySelector('#root') ?? document.body).render(<Options />);
