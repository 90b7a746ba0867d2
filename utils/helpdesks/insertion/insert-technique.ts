/** Text above and below the place where a technique put the reply. */
export type Surroundings = { readonly above: string; readonly below: string };

/** How a family of editors is written to. */
export type InsertTechnique = {
  /** Puts a plain-text reply in as one step of the editor's undo: below what the agent typed, above the signature. */
  readonly insert: (element: HTMLElement, text: string) => Surroundings;
  /** The editor draws its text itself, a moment after it has taken it, and may yet throw it out. */
  readonly drawsLater: boolean;
  /** The editor's own undo, one step. */
  readonly undo: (element: HTMLElement) => void;
  /** Makes the editor hold what it held before, where undo did not. */
  readonly putBack: (element: HTMLElement, original: Snapshot) => void;
};

/** What stood in an editor: a field's value, or an element with copies of everything that stood there. */
export type Snapshot = { readonly kind: 'value'; readonly value: string } | { readonly kind: 'copy'; readonly copy: HTMLElement };
