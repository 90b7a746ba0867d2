import type { Surroundings } from './insert-technique.ts';
import { isTextarea } from './read-back.ts';

/** The mark that mail programs put above a signature: "--" alone on a line. */
const SIGNATURE = /^--[ \u00a0]?$/m;
/** Without that mark, the last place where the helpdesk left two lines free is the place to write. */
const GAP = /^[\s\u00a0]*\n(?=\S)|\n[ \t]*\n[ \t]*\n\s*(?=\S)/g;

/** A native field: `insertText` tells the page's listeners and the browser's undo; the value itself is for browsers without it. */
export function insertIntoTextarea(element: HTMLElement, text: string): Surroundings {
  if (!isTextarea(element)) return { above: '', below: '' };
  const { value } = element;
  const [start, end] = findPlace(value, element.defaultValue.trim());
  const [above, below] = [value.slice(0, start), value.slice(end)];
  const reply = `${above === '' ? '' : '\n\n'}${text.trim()}${below === '' ? '' : '\n\n'}`;
  if (element.readOnly || element.disabled) return { above, below };
  element.focus();
  element.setSelectionRange(start, end);
  element.ownerDocument.execCommand?.('insertText', false, reply);
  if (element.value === value) {
    element.setRangeText(reply, start, end, 'end');
    const view = element.ownerDocument.defaultView;
    if (view) element.dispatchEvent(new view.Event('input', { bubbles: true }));
  }
  return { above, below };
}

/** What came with the page (`preset`) and still stands at the end is the signature, whatever it looks like; all of the text it can not be: React keeps the two equal while the agent types. The blank stretch that the reply takes the place of: between what the agent typed and what stands below. */
function findPlace(value: string, preset: string): [start: number, end: number] {
  const presetAt = preset !== '' && value.trim() !== preset && value.trimEnd().endsWith(preset) ? value.lastIndexOf(preset) : -1;
  const markAt = value.search(SIGNATURE);
  const signatureAt = markAt >= 0 ? markAt : presetAt;
  if (signatureAt >= 0) return [value.slice(0, signatureAt).trimEnd().length, signatureAt];
  const gap = [...value.matchAll(GAP)].at(-1);
  if (gap) return [value.slice(0, gap.index).trimEnd().length, gap.index + gap[0].length];
  return [value.trimEnd().length, value.length];
}
