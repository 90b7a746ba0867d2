import type { ReactNode } from 'react';
import type { KnowledgeSearcher } from '../../components/knowledge/use-knowledge-search.ts';
import type { PanelActions } from '../../components/panel/panel-actions.ts';
import { panelInputs } from '../../components/panel/panel-fixtures.ts';
import { PanelPage } from '../../components/panel/panel-page.tsx';
import type { MacroFinder } from '../../components/panel/use-macros.ts';
import type { PassageChangeReader } from '../../components/panel/use-passage-change.ts';
import { toPanelView } from '../../components/panel/panel-view.ts';
import { demoMacros } from '../../scripts/demo-helpdesk/demo-macros.ts';
import { foundPassages, solvedTickets } from './knowledge-fixtures.ts';
import { panelModes, toGalleryOptions } from './panel-modes.ts';

const find: KnowledgeSearcher = async ({ text, pool, mayUse }) => {
  if (text.includes('kaputt')) return { ok: false, error: { kind: 'storage-broken', said: 'The index is gone' } };
  const passages = pool === 'articles' ? foundPassages : solvedTickets;
  return { ok: true, value: text.includes('nichts') ? [] : passages.filter(({ passage }) => mayUse.includes(passage.audience)) };
};
const none: KnowledgeSearcher = async () => ({ ok: true, value: [] });

/** One article was changed since; the others say what they said. */
const tellChange: PassageChangeReader = async (passage) =>
  passage.position === 0
    ? { kind: 'changed', changedAt: '2026-11-18T08:00:00.000Z', now: { ...passage, text: passage.text.replace(/\d+/, '7') } }
    : { kind: 'same' };

const findMacros: MacroFinder = async () => ({ kind: 'found', macros: demoMacros, total: 48 });

const actionsWith = (onSearch: KnowledgeSearcher): PanelActions =>
  new Proxy({} as PanelActions, {
    get(_target, name) {
      if (name === 'onSearch') return onSearch;
      if (name === 'onMacros') return findMacros;
      return name === 'onPassageChange' ? tellChange : () => undefined;
    },
  });

/** Views beside the draft, by name, with the state of the panel under them. */
const besideCases: Readonly<Record<string, { readonly under: string; readonly onSearch: KnowledgeSearcher }>> = {
  knowledge: { under: 'drafted', onSearch: find },
  'knowledge-macros': { under: 'drafted', onSearch: find },
  'knowledge-found': { under: 'drafted', onSearch: find },
  'knowledge-internal': { under: 'drafted', onSearch: find },
  'knowledge-none': { under: 'drafted', onSearch: find },
  'knowledge-failed': { under: 'drafted', onSearch: find },
  'knowledge-used': { under: 'drafted', onSearch: find },
  similar: { under: 'drafted', onSearch: find },
  'similar-none': { under: 'drafted', onSearch: none },
  'similar-no-ticket': { under: 'no-ticket', onSearch: find },
};

/** The panel in the state of this name. */
export default function PanelCase({ name }: { readonly name: string }): ReactNode {
  const beside = besideCases[name];
  const input = panelInputs[beside?.under ?? panelModes[name] ?? name];
  return input ? (
    <main>
      <PanelPage view={toPanelView(input)} actions={actionsWith(beside?.onSearch ?? none)} options={toGalleryOptions(name)} />
    </main>
  ) : null;
}
