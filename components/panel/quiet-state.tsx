import type { ReactNode } from 'react';
import { Icon, type IconName } from '../shared/icon.tsx';

export type QuietStateProps = {
  readonly icon: IconName;
  readonly tone?: 'accent' | 'blocking';
  readonly title: string;
  readonly children: ReactNode;
};

/** A mark, a title, two sentences: for everything that is not a draft. */
export function QuietState({ icon, tone, title, children }: QuietStateProps): ReactNode {
  return (
    <div className="quiet-state">
      <span className={tone ? `quiet-state-mark is-${tone}` : 'quiet-state-mark'}>
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
