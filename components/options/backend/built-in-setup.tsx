import { useEffect, useState, type ReactNode } from 'react';
import type { BuiltInState } from '../../../utils/backends/built-in-state.ts';
import { Button } from '../../shared/button.tsx';
import { Notice } from '../../shared/notice.tsx';
import { Progress } from '../../shared/progress.tsx';

export type BuiltInActions = {
  readonly onState: () => Promise<BuiltInState>;
  /** Must run in the turn of the click; resolves when the model can be used, rejects when it can't. */
  readonly onDownload: (onProgress: (share: number) => void) => Promise<void>;
};

export type BuiltInSetupProps = { readonly actions: BuiltInActions; readonly isChosen: boolean; readonly onUse: () => void };

/** The browser's own model: whether it is there, its download, and the button that makes it write the drafts. */
export function BuiltInSetup({ actions, isChosen, onUse }: BuiltInSetupProps): ReactNode {
  const [state, setState] = useState<BuiltInState>();
  const [share, setShare] = useState<number>();
  useEffect(() => {
    let isLeft = false;
    void actions.onState().then((now) => isLeft || setState(now));
    return () => {
      isLeft = true;
    };
  }, [actions]);
  const download = (): void => {
    setShare(0);
    const again = (): void => void actions.onState().then(setState);
    void actions
      .onDownload(setShare)
      .then(again, again)
      .finally(() => setShare(undefined));
  };
  if (state === undefined) return <p className="second">Asking the browser…</p>;
  if (share !== undefined) {
    return (
      <div className="download">
        <p className="second" role="status">
          The browser downloads its model. You can leave this page meanwhile.
        </p>
        <Progress label="Downloading the browser’s model" value={share} />
      </div>
    );
  }
  switch (state) {
    case 'none':
      return (
        <div>
          <Notice tone="plain" icon="alert" title="This browser has no model of its own, or this computer can’t run it">
            Choose another backend; the embedded drafter always works.
          </Notice>
        </div>
      );
    case 'downloading':
      return <p className="second">The browser is downloading its model. Come back when it is done.</p>;
    case 'to-download':
      return (
        <p className="row row-wrap">
          <Button variant="primary" onClick={download}>
            Download the model
          </Button>
          <span className="second">Some gigabytes, once, by the browser. It serves every page that asks for it.</span>
        </p>
      );
    case 'ready':
      return isChosen ? (
        <p className="second">It writes the drafts, on this device. Nothing is sent.</p>
      ) : (
        <p>
          <Button variant="primary" onClick={onUse}>
            Use it for drafts
          </Button>
        </p>
      );
  }
}
