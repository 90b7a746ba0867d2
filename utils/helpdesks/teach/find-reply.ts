import type { Result } from '../../domain/failure.ts';
import type { Lead } from '../../domain/ticket-layout.ts';
import { findEditors } from '../insertion/find-editors.ts';
import { findAudienceControl } from './find-audience-control.ts';
import { findCarrier } from './find-carrier.ts';
import { findPaneState } from './find-pane-state.ts';
import { selectElement } from './select-element.ts';

/** Where a reply is written, and what has to stand there for it to be public. */
export type FoundReply = {
  readonly pane: Lead;
  readonly ticketId: Lead | undefined;
  /** Holds while the box stands as it stood when it was shown. */
  readonly asShown: string;
  /** Signs of a box for notes. */
  readonly asNote: readonly string[];
  readonly hasControl: boolean;
  readonly isFragile: boolean;
};

/** The pane of the reply box: the nearest place that holds the one editor with the control of its audience, and no message. */
export function findReply(click: Element, messages: readonly Element[], id: string): Result<FoundReply, string> {
  const around: Element[] = [];
  for (let at: Element | null = click; at && at.localName !== 'body'; at = at.parentElement) {
    if (messages.some((message) => at?.contains(message))) break;
    around.push(at);
  }
  // The editor itself is no pane: editors are looked for inside one.
  const holding = around.filter((element) => findEditors(element).some((found) => isAt(found.element, click)));
  if (holding.length === 0)
    return {
      ok: false,
      error:
        'There is no box to write in where you clicked. Open the reply box first (hold Alt to click in the page), then click into it.',
    };
  const panes = holding
    .filter((element) => findEditors(element).length === 1)
    .flatMap((element) => {
      const selected = selectElement(element, element.ownerDocument);
      if (!selected) return [];
      const [editor] = findEditors(element);
      const state = findPaneState(element, selected.css, editor?.element ?? click);
      return [{ element, selected, state, control: findAudienceControl(element) }];
    });
  // Without a control that can be read, the more of the surroundings are held to, the better.
  const pane =
    panes.find(({ control }) => control !== undefined) ??
    panes.find(({ state, selected }) => state.asShown !== selected.css) ??
    panes.find(({ element }) => element.localName === 'form') ??
    panes.findLast(({ selected }) => !selected.isFragile) ??
    panes[0];
  if (!pane)
    return {
      ok: false,
      error:
        'Another box to write in stands right beside this one, and Deskside would not know which is which. Close it and click again.',
    };
  const { element, selected, state, control } = pane;
  return {
    ok: true,
    value: {
      pane: { css: selected.css, sure: 'taught' },
      ticketId: findCarrier(element, id, element, () => false),
      asShown: control?.css ?? state.asShown,
      asNote: state.asNote,
      hasControl: control !== undefined,
      isFragile: selected.isFragile || (control?.isFragile ?? false),
    },
  };
}

const isAt = (editor: Element, click: Element): boolean =>
  editor === click || editor.contains(click) || click.contains(editor) || editor.ownerDocument !== click.ownerDocument;
