import { createRoot } from 'react-dom/client';
import '../../utils/messaging/zod-setup.ts';
import { InsightsPage } from '../../components/insights/insights-page.tsx';
import { useInsights } from '../../components/insights/use-insights.ts';
import { createOptionsStores } from '../../components/options/options-stores.ts';
import { useTheme } from '../../components/options/use-theme.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';

const stores = createOptionsStores();

function Insights() {
  useTheme();
  return <InsightsPage {...useInsights(stores)} />;
}

createRoot(document.querySelector('#root') ?? document.body).render(<Insights />);
