import { useState, type ReactNode } from 'react';
import { browser } from 'wxt/browser';
import type { Failure } from '../../utils/domain/failure.ts';
import { Button } from '../shared/button.tsx';
import type { PanelActions } from './panel-actions.ts';
import { writeReport } from './write-report.ts';

export type CopyReportProps = { readonly failure: Failure; readonly actions: Pick<PanelActions, 'onCopy'> };

/** Puts what was looked for in vain on the clipboard, for whoever mends it; nothing for failures that are not about the page. */
export function CopyReport({ failure, actions }: CopyReportProps): ReactNode {
  const [isCopied, setIsCopied] = useState(false);
  if (failure.kind !== 'ticket-unreadable') return null;
  return (
    <Button
      icon={isCopied ? 'check' : 'copy'}
      onClick={() => {
        actions.onCopy(writeReport(failure, browser.runtime.getManifest().version));
        setIsCopied(true);
      }}
    >
      {isCopied ? 'Report copied' : 'Copy report'}
    </Button>
  );
}
