import { createRoot } from 'react-dom/client';
import '../../utils/messaging/zod-setup.ts';
import { embeddingActions } from '../../components/options/embedding-actions.ts';
import { useHelpdesks } from '../../components/options/helpdesks/use-helpdesks.ts';
import { lookUpsActions } from '../../components/options/look-ups-actions.ts';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { createOptionsStores } from '../../components/options/options-stores.ts';
import { useEmbedding } from '../../components/options/use-embedding.ts';
import { useOptions } from '../../components/options/use-options.ts';
import { useTheme } from '../../components/options/use-theme.ts';
import { useTriage } from '../../components/options/triage/use-triage.ts';
import { readVoiceBackground } from '../../components/options/voice/read-preview-ticket.ts';
import { useVoice } from '../../components/options/voice/use-voice.ts';
import { readTabs } from '../../utils/storage/tab-store.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';

const stores = createOptionsStores();
const readBackground = () => readVoiceBackground({ readTabs, newestDraftOf: stores.drafts.newestOf });

function Options() {
  useTheme();
  const { value, actions } = useOptions(stores);
  const embedding = useEmbedding(stores.readEmbedding, value.sources, embeddingActions);
  const voice = useVoice(stores.voices, readBackground);
  const triage = useTriage(stores.triageModel);
  const helpdesks = useHelpdesks();
  return <OptionsPage {...{ value, actions, embedding, voice, triage, helpdesks }} lookUps={lookUpsActions} />;
}

createRoot(document.querySelector('#root') ?? document.body).render(<Options />);
