/** What a request for a reply holds, taken apart the way a model would read it. */
export type PromptBlocks = {
  readonly system: string;
  readonly user: string;
  readonly ticket: string;
  /** Texts of the sources in the order of their numbers; source 1 is first. */
  readonly sources: readonly string[];
};

export type PromptMessage = { readonly role: string; readonly content: string };

const BLOCK = /^BEGIN ([a-z][\w -]*?) ([0-9a-f]{16,})\n([\s\S]*?)\nEND \1 \2$/gm;

/** Reads the fences that `utils/drafting/prompt.ts` writes; a prompt without fences is a ticket without sources. */
export function readBlocks(messages: readonly PromptMessage[]): PromptBlocks {
  const textOf = (role: string): string =>
    messages
      .filter((message) => message.role === role)
      .map((message) => message.content)
      .join('\n\n');
  const user = textOf('user');
  const blocks = Array.from(user.matchAll(BLOCK), ([, name = '', , text = '']) => ({ name, text }));
  const sources = blocks.filter(({ name }) => /^source \d+$/.test(name)).map(({ text }) => text);
  const ticket = blocks.find(({ name }) => name === 'ticket')?.text ?? (blocks.length === 0 ? user : '');
  return { system: textOf('system'), user, ticket, sources };
}
