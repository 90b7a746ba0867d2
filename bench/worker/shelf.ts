/** Libraries' indexes lie in a database of their own, one record each. */
async function openShelf(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bench', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('shelf'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
  });
}

export async function keep(engine: string, size: number, value: unknown): Promise<number> {
  const database = await openShelf();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('shelf', 'readwrite');
    transaction.objectStore('shelf').put(value, `${engine} ${size}`);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('indexedDB')));
  });
  database.close();
  return countBytes(value);
}

export async function read(engine: string, size: number): Promise<unknown> {
  const database = await openShelf();
  return new Promise((resolve, reject) => {
    const request: IDBRequest<unknown> = database.transaction('shelf').objectStore('shelf').get(`${engine} ${size}`);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
  });
}

/** Bytes of typed arrays, characters of everything else. */
export function countBytes(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'object' && value !== null) {
    const values = Object.values(value);
    if (values.some((one) => ArrayBuffer.isView(one))) return values.reduce<number>((sum, one) => sum + countBytes(one), 0);
    return JSON.stringify(value).length;
  }
  return 8;
}
