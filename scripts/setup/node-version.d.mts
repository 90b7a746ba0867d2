export function isAtLeast(version: string, wanted: number[]): boolean;
export function checkNodeVersion(version: string): void;
export function findToolNode(packaged?: string, current?: string, currentVersion?: string): string;
