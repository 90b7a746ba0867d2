import { browser } from 'wxt/browser';
import { browserDeps } from '../backends/backend-deps.ts';
import { redactText } from '../privacy/redact-text.ts';
import type { KnowledgeStore } from '../storage/knowledge-store.ts';
import type { SecretStore } from '../storage/secret-store.ts';
import { createStoreSearch, type StoreSearch } from './search-vector-stores.ts';

/** Searching vector stores as the worker does it, in this browser. Asks nobody until it is used. */
export function createStoreSearching(
  knowledge: Pick<KnowledgeStore, 'listSources'>,
  secrets: Pick<SecretStore, 'read'>,
): StoreSearch {
  return createStoreSearch({
    listSources: knowledge.listSources,
    secrets,
    isAllowed: (patterns) => browser.permissions.contains({ origins: [...patterns] }),
    redact: (text) => redactText(text).text,
    backend: browserDeps,
  });
}
