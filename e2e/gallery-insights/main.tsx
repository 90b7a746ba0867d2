import { createRoot } from 'react-dom/client';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import { cases } from './cases.tsx';

/** Shows the case that `?case=` names, or the names of all; `&theme=dark` and `&theme=light` set the theme. */
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const Case = cases[query.get('case') ?? ''] ?? (() => <p>{Object.keys(cases).join(' ')}</p>);
const root = document.getElementById('root');
if (root) createRoot(root).render(<Case />);
