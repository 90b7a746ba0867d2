export function browserCandidates(machine: {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: string;
  list: (folder: string) => string[];
}): string[];
