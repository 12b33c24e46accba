// Drafts in IndexedDB: saved at every change, so that closing the browser loses nothing.

interface Stored { id: string; testo: string; quando: number }

const store_name = 'bozze';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('omnia', 1);
    request.onupgradeneeded = () => { request.result.createObjectStore(store_name, { keyPath: 'id' }); };
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

// Once the person pauses, not at every key: the word that says "saved" is a live region, and a screen reader reads each change.
const pause_ms = 400;
const longest_wait_ms = 2000;
// What the last keys wrote when the page went: IndexedDB cannot be waited for then, this can.
const leftover_key = 'omnia.bozze';

export class Drafts {
  private readonly database = open();
  // Texts not yet written, the newest of each draft.
  private readonly waiting = new Map<string, string>();
  private timer = 0;
  private waiting_since = 0;
  private writing = false;

  constructor(private readonly stored: (id: string, ok: boolean) => void) {
    this.database.catch(() => undefined);  // refused by the browser's settings: each use says so
    addEventListener('pagehide', () => this.leave());
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.flush(); });
  }

  save(id: string, text: string): void {
    const now = Date.now();
    if (!this.waiting.size) this.waiting_since = now;
    this.waiting.set(id, text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), Math.min(pause_ms, Math.max(0, this.waiting_since + longest_wait_ms - now)));
  }

  async remove(id: string): Promise<void> {
    this.waiting.delete(id);
    const transaction = (await this.database).transaction(store_name, 'readwrite');
    transaction.objectStore(store_name).delete(id);
    await finished(transaction);
  }

  async newest_first(): Promise<string[]> {
    this.take_leftover();
    await this.write();
    const request = (await this.database).transaction(store_name).objectStore(store_name).getAll() as IDBRequest<Stored[]>;
    const all = await new Promise<Stored[]>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
    return all.sort((a, b) => b.quando - a.quando).map((draft) => draft.testo);
  }

  // Of all that is stored, and of what is about to be.
  async ids(): Promise<Set<string>> {
    const request = (await this.database).transaction(store_name).objectStore(store_name).getAllKeys();
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
    return new Set([...keys.map(String), ...this.waiting.keys()]);
  }

  private flush(): void {
    clearTimeout(this.timer);
    void this.write();
  }

  private leave(): void {
    if (!this.waiting.size) return;
    try {
      localStorage.setItem(leftover_key, JSON.stringify([...this.waiting]));
    } catch {
      // No storage, or none left: what IndexedDB has is what stays.
    }
    this.flush();
  }

  private take_leftover(): void {
    try {
      for (const [id, text] of JSON.parse(localStorage.getItem(leftover_key) ?? '[]') as [string, string][]) this.waiting.set(id, text);
      localStorage.removeItem(leftover_key);
    } catch {
      // Not ours, or no storage.
    }
  }

  private async write(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    for (let next = this.take(); next; next = this.take()) {
      const [id, testo] = next;
      let ok = true;
      try {
        const transaction = (await this.database).transaction(store_name, 'readwrite');
        transaction.objectStore(store_name).put({ id, testo, quando: Date.now() } satisfies Stored);
        transaction.commit();
        await finished(transaction);
      } catch {
        ok = false;
      }
      this.stored(id, ok);
    }
    this.writing = false;
  }

  private take(): [string, string] | undefined {
    const first = this.waiting.entries().next();
    if (first.done) return undefined;
    this.waiting.delete(first.value[0]);
    return first.value;
  }
}
