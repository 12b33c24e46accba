// The one table of IndexedDB, as promises.

const store_name = 'bozze';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('omnia', 1);
    request.onupgradeneeded = () => { request.result.createObjectStore(store_name, { keyPath: 'id' }); };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

export class Database<Row extends { readonly id: string }> {
  private readonly database = opened();

  constructor() {
    this.database.catch(() => undefined);  // refused by the browser's settings: each use says so
  }

  async all(): Promise<Row[]> {
    return answered((await this.database).transaction(store_name).objectStore(store_name).getAll() as IDBRequest<Row[]>);
  }

  async get(id: string): Promise<Row | undefined> {
    return answered((await this.database).transaction(store_name).objectStore(store_name).get(id) as IDBRequest<Row | undefined>);
  }

  // Reads and writes in one transaction: `decide` makes the new row of the one that is there, or undefined to leave it.
  async change(id: string, decide: (there: Row | undefined) => Row | undefined): Promise<boolean> {
    const transaction = (await this.database).transaction(store_name, 'readwrite');
    const store = transaction.objectStore(store_name);
    const row = decide(await answered(store.get(id) as IDBRequest<Row | undefined>));
    if (row) store.put(row);
    transaction.commit();
    await finished(transaction);
    return row !== undefined;
  }

  // All or nothing.
  async replace(gone: readonly string[], rows: readonly Row[]): Promise<void> {
    const transaction = (await this.database).transaction(store_name, 'readwrite');
    const store = transaction.objectStore(store_name);
    for (const id of gone) store.delete(id);
    for (const row of rows) store.put(row);
    await finished(transaction);
  }
}
