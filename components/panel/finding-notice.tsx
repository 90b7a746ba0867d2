import type { ReactNode } from 'react';
import type { Draft } from '../../utils/domain/draft.ts';
import { Notice, type NoticeProps } from '../shared/notice.tsx';
import { findFindings, type Finding } from './find-findings.ts';

const looks: Readonly<Record<Finding['kind'], Pick<NoticeProps, 'tone' | 'icon'>>> = {
  fact: { tone: 'unsupported', icon: 'alert' },
  form: { tone: 'warning', icon: 'flag' },
  open: { tone: 'info', icon: 'message' },
};

/** What a reader has to know before sending, in one notice, so that the reply stays in sight; the gravest first gives its tone. */
export function FindingNotice({ draft, text }: { readonly draft: Draft; readonly text: string }): ReactNode {
  const findings = findFindings(draft, text);
  const [first, second] = findings;
  if (!first) return null;
  if (!second) {
    return (
      <Notice {...looks[first.kind]} title={first.title}>
        {first.body}
      </Notice>
    );
  }
  return (
    <Notice {...looks[first.kind]} title={`${findings.length} things to look at before you send it`}>
      <ul className="findings">
        {findings.map(({ title, body }) => (
          <li key={`${title} ${body}`}>
            <b>{title}.</b> {body}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
