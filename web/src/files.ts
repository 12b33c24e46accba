// Bytes of the documents of a draft, beside it and out of its JSON: a database of its own, so that drafts load without them.

interface StoredFile { id: string; contenuto: string }  // id: draft "/" SHA-256; contenuto: base64

const store_name = 'file';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('omnia-file', 1);
    request.onupgradeneeded = () => { request.result.createObjectStore(store_name, { keyPath: 'id' }); };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

export class Files {
  private readonly database = open();
  // Of this visit: they serve also where the browser refuses to store.
  private readonly fresh = new Map<string, string>();

  constructor() { this.database.catch(() => undefined); }

  async save(id: string, contenuto: string): Promise<void> {
    this.fresh.set(id, contenuto);
    const transaction = (await this.database).transaction(store_name, 'readwrite');
    await done(transaction.objectStore(store_name).put({ id, contenuto } satisfies StoredFile));
  }

  async read(id: string): Promise<string | undefined> {
    const here = this.fresh.get(id);
    if (here !== undefined) return here;
    const found = await this.database
      .then((database) => done(database.transaction(store_name).objectStore(store_name).get(id) as IDBRequest<StoredFile | undefined>))
      .catch(() => undefined);
    return found?.contenuto;
  }

  // What belongs to none of these drafts goes: not at once when a draft is deleted, because that can be undone.
  async keep_only(drafts: ReadonlySet<string>): Promise<void> {
    const files = (await this.database).transaction(store_name, 'readwrite').objectStore(store_name);
    for (const key of await done(files.getAllKeys())) {
      if (!drafts.has(String(key).split('/')[0] ?? '')) files.delete(key);
    }
  }
}
