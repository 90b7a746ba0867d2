import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { StartEditor } from '../bench-editor.ts';

/** React writes its state back over whatever it has not heard of. */
export const start: StartEditor = async (host, paragraphs) => {
  let state = '';
  function Box() {
    const [text, setText] = useState(paragraphs.join('\n'));
    state = text;
    return <textarea value={text} onChange={(event) => setText(event.target.value)} />;
  }
  const root = createRoot(host);
  flushSync(() => root.render(<Box />));
  return {
    readLines: () => state.split('\n'),
    focus() {
      const box = host.querySelector('textarea');
      box?.focus();
      box?.setSelectionRange(0, 0);
    },
    stop: () => root.unmount(),
  };
};
