import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type NoticeProps = {
  readonly tone: 'info' | 'supported' | 'warning' | 'unsupported' | 'blocking' | 'internal' | 'plain';
  readonly icon: IconName;
  /** What happened, one sentence. */
  readonly title: string;
  /** What it means or what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** Announced when it appears; a plain one is part of the page and is not. */
export function Notice({ tone, icon, title, children, actions }: NoticeProps): ReactNode {
  return (
    <div
      className={`notice notice-${tone}`}
      role={tone === 'plain' ? 'group' : 'status'}
      aria-label={tone === 'plain' ? title : undefined}
    >
      <Icon name={icon} />
      <p className="notice-title">{title}</p>
      {children ? <div className="notice-body">{children}</div> : null}
      {actions ? <p className="notice-actions">{actions}</p> : null}
    </div>
  );
}
