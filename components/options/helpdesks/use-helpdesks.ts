import { useEffect, useState } from 'react';
import type { TaughtHelpdesk } from '../../../utils/domain/taught-helpdesk.ts';
import { helpdesks } from '../../../utils/helpdesks/registry.ts';
import { MAX_TAUGHT_FILE, parseTaughtFile, toTaughtFile } from '../../../utils/helpdesks/taught/parse-taught-file.ts';
import { readTaught, removeTaught, saveTaught, watchTaught } from '../../../utils/storage/taught-store.ts';
import { saveFile } from '../voice/save-file.ts';
import type { HelpdesksActions, HelpdesksValue } from './helpdesks-section.tsx';

const known: HelpdesksValue['known'] = helpdesks
  .map(({ id, name, support, seesSent }) => ({ id, name, support, seesSent }))
  .toSorted((a, b) => a.name.localeCompare(b.name));

const actions: HelpdesksActions = {
  onExport: (helpdesk) => saveFile(toTaughtFile(helpdesk), `${helpdesk.id.replace(':', '-')}.json`, 'application/json'),
  async onImport(file) {
    // Not read at all when it is longer than any taught helpdesk: four bytes a character at most.
    const text = file.size > MAX_TAUGHT_FILE * 4 ? 'x'.repeat(MAX_TAUGHT_FILE + 1) : await file.text();
    const parsed = parseTaughtFile(text, document);
    if (parsed.ok) await saveTaught(parsed.value);
    return parsed;
  },
  onRename: (helpdesk, name) => void saveTaught({ ...helpdesk, name }),
  onRemove: ({ host }) => void removeTaught(host),
};

/** What can be read, followed; and what the page can do with what was taught. */
export function useHelpdesks(): { readonly value: HelpdesksValue; readonly actions: HelpdesksActions } {
  const [taught, setTaught] = useState<readonly TaughtHelpdesk[]>([]);
  useEffect(() => {
    const read = (): void => void readTaught().then(setTaught);
    read();
    return watchTaught(read);
  }, []);
  return { value: { known, taught }, actions };
}
