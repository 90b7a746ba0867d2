import { createRoot } from 'react-dom/client';
import '../../utils/messaging/zod-setup.ts';
import { embeddingActions } from '../../components/options/embedding-actions.ts';
import { lookUpsActions } from '../../components/options/look-ups-actions.ts';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { createOptionsStores } from '../../components/options/options-stores.ts';
import { useEmbedding } from '../../components/options/use-embedding.ts';
import { useOptions } from '../../components/options/use-options.ts';
import { useTheme } from '../../components/options/use-theme.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';

const stores = createOptionsStores();

function Options() {
  useTheme();
  const { value, actions } = useOptions(stores);
  const embedding = useEmbedding(stores.readEmbedding, value.sources, embeddingActions);
  return <OptionsPage value={value} actions={actions} lookUps={lookUpsActions} embedding={embedding} />;
}

createRoot(document.querySelector('#root') ?? document.body).render(<Options />);
