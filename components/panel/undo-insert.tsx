import type { ReactNode } from 'react';
import { Button } from '../shared/button.tsx';
import { Key } from '../shared/key.tsx';
import type { PanelActions } from './panel-actions.ts';

/** Takes out of the box what was put there: a reply, a question or a note. */
export function UndoInsert({ actions }: { readonly actions: Pick<PanelActions, 'onUndo'> }): ReactNode {
  return (
    <Button variant="outline" className="button-main" icon="undo" onClick={actions.onUndo}>
      Undo insert <Key>Z</Key>
    </Button>
  );
}
