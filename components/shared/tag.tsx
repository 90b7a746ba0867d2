import type { ReactNode } from 'react';

export type TagTone = 'plain' | 'accent' | 'supported' | 'partly' | 'unsupported' | 'internal' | 'warning' | 'blocking';

export function Tag({ tone = 'plain', children }: { readonly tone?: TagTone; readonly children: ReactNode }): ReactNode {
  return <span className={tone === 'plain' ? 'tag' : `tag tag-${tone}`}>{children}</span>;
}
