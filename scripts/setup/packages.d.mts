export function hashLock(text: string): string;
export function isInstalled(lock: string, stamp: string | undefined): boolean;
