import type { ReactNode } from 'react';
import { Button } from '../shared/button.tsx';
import { Logo } from '../shared/logo.tsx';
import './app-bar.css';

export type AppBarProps = { readonly onOptions: (() => void) | undefined };

/** The bar above Insights: where one is, and the way to Options. Later views get their place in its navigation. */
export function AppBar({ onOptions }: AppBarProps): ReactNode {
  return (
    <header className="appbar">
      <Logo />
      <nav className="appbar-nav" aria-label="Insights">
        <a href="#acceptance" aria-current="page">
          Acceptance
        </a>
        <a href="#segments">Agents and sources</a>
        <a href="#replies">Replies</a>
      </nav>
      <span className="grow" />
      {onOptions ? <Button onClick={onOptions}>Options</Button> : null}
    </header>
  );
}
