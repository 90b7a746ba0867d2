/** Text above and below the place where a technique put the reply. */
export type Surroundings = { readonly above: string; readonly below: string };

/** Puts a plain-text reply into an editor as one step of its undo: below what the agent typed, above the signature. */
export type InsertTechnique = (element: HTMLElement, text: string) => Surroundings;
