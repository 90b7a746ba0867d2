import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { panelInputs } from '../../components/panel/panel-fixtures.ts';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import { cases } from './cases.tsx';
import { panelModes } from './panel-modes.ts';

/** What is pressed in them stands in `shoot.ts`. */
const besideNames = [
  'knowledge',
  'knowledge-found',
  'knowledge-macros',
  'knowledge-internal',
  'knowledge-none',
  'knowledge-failed',
  'knowledge-used',
  'similar',
  'similar-none',
  'similar-no-ticket',
];
const panelCases = [...Object.keys(panelInputs), ...Object.keys(panelModes), ...besideNames].map((each) => `panel-${each}`);

/** Shows the case that `?case=` names, or the names of all; `&theme=dark` and `&theme=light` set the theme. */
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const name = query.get('case') ?? '';
const root = document.getElementById('root');
// The panel's styles are its own, as in the product: they are loaded for its cases only.
const PanelCase = lazy(() => import('./panel-case.tsx'));
const Case = cases[name] ?? (() => <p>{[...Object.keys(cases), ...panelCases].join(' ')}</p>);
const shown = panelCases.includes(name) ? (
  <Suspense>
    <PanelCase name={name.replace(/^panel-/, '')} />
  </Suspense>
) : (
  <Case />
);
if (root) createRoot(root).render(shown);
