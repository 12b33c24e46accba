// A database of IndexedDB with one table, as promises.

function opened(name: string, table: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => { request.result.createObjectStore(table, { keyPath: 'id' }); };
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
  private readonly database: Promise<IDBDatabase>;

  constructor(name: string, private readonly table: string) {
    this.database = opened(name, table);
    this.database.catch(() => undefined);  // refused by the browser's settings: each use says so
  }

  async all(): Promise<Row[]> {
    return answered((await this.database).transaction(this.table).objectStore(this.table).getAll() as IDBRequest<Row[]>);
  }

  async get(id: string): Promise<Row | undefined> {
    return answered((await this.database).transaction(this.table).objectStore(this.table).get(id) as IDBRequest<Row | undefined>);
  }

  // Reads and writes in one transaction: `decide` makes the new row of the one that is there, and of the row `beside`, or undefined to
  // leave it.
  async change(id: string, beside: string, decide: (there: Row | undefined, other: Row | undefined) => Row | undefined): Promise<boolean> {
    const transaction = (await this.database).transaction(this.table, 'readwrite');
    const store = transaction.objectStore(this.table);
    const [there, other] = await Promise.all([id, beside].map((one) => answered(store.get(one) as IDBRequest<Row | undefined>)));
    const row = decide(there, other);
    if (row) store.put(row);
    transaction.commit();
    await finished(transaction);
    return row !== undefined;
  }

  // All or nothing.
  async replace(gone: readonly string[], rows: readonly Row[]): Promise<void> {
    const transaction = (await this.database).transaction(this.table, 'readwrite');
    const store = transaction.objectStore(this.table);
    for (const id of gone) store.delete(id);
    for (const row of rows) store.put(row);
    await finished(transaction);
  }
}
