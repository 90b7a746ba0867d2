export function runSteps(steps: string[][], options: { node: string; env: Record<string, string> }): Promise<number>;
