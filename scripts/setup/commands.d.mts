export type Command = { browser?: boolean; steps: string[] };
export const commands: Record<string, Command>;
export function stepsOf(command: Command, args: string[]): string[][];
