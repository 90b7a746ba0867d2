import type { Settings } from '../domain/settings.ts';
import type { ModelBackend } from '../ports/model-backend.ts';
import { browserDeps, type BackendDeps } from './backend-deps.ts';
import { createBuiltInModel } from './built-in-model.ts';
import { createEmbeddedBackend } from './embedded.ts';
import { createOpenAiCompatibleBackend, toReplyBackend } from './openai-compatible.ts';

/** The backend that the settings name. `key` is the one stored for the endpoint's origin, empty for none; it goes nowhere else. */
export function createBackend(backend: Settings['backend'], key: string, deps: BackendDeps = browserDeps): ModelBackend {
  switch (backend.kind) {
    case 'embedded':
      return createEmbeddedBackend();
    case 'built-in':
      return toReplyBackend(createBuiltInModel(), deps.makeBoundary);
    case 'openai-compatible':
      return createOpenAiCompatibleBackend(backend.endpoint, key, deps);
  }
}
