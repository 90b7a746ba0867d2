import { createRoot } from 'react-dom/client';
import '../../utils/messaging/zod-setup.ts';
import { ComparePage } from '../../components/compare/compare-page.tsx';
import { useCompare } from '../../components/compare/use-compare.ts';
import { createOptionsStores } from '../../components/options/options-stores.ts';
import { useTheme } from '../../components/options/use-theme.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';

const stores = createOptionsStores();

function Compare() {
  useTheme();
  return <ComparePage {...useCompare(stores.knowledge)} />;
}

createRoot(document.querySelector('#root') ?? document.body).render(<Compare />);
