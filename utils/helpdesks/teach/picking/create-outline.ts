/** A frame around one element and a line that says what to do; the page can neither see nor style it. */
export type Outline = {
  readonly around: (element: Element | undefined) => void;
  readonly say: (words: string) => void;
  readonly remove: () => void;
};

const STYLE = `
:host { all: initial; }
.frame { position: fixed; z-index: 2147483647; pointer-events: none; border: 2px solid #0f5e79; border-radius: 4px; background: rgb(15 94 121 / 0.12); box-shadow: 0 0 0 2px #ffffff; }
.line { position: fixed; z-index: 2147483647; pointer-events: none; inset: auto 16px 16px auto; max-inline-size: 360px; padding: 10px 14px; border-radius: 8px; background: #0f5e79; color: #ffffff; font: 500 14px/1.4 system-ui, sans-serif; box-shadow: 0 4px 16px rgb(0 0 0 / 0.3); }
[hidden] { display: none; }
`;

export function createOutline(document: Document): Outline {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const frame = document.createElement('div');
  frame.className = 'frame';
  frame.hidden = true;
  const line = document.createElement('div');
  line.className = 'line';
  line.setAttribute('role', 'status');
  root.append(style, frame, line);
  // Beside the body: no page takes it for one of its own parts.
  document.documentElement.append(host);
  return {
    around(element) {
      frame.hidden = element === undefined;
      if (!element) return;
      const { left, top, width, height } = element.getBoundingClientRect();
      Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    },
    say(words) {
      line.textContent = words;
    },
    remove: () => host.remove(),
  };
}
