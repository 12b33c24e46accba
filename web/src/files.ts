// Bytes of the documents of a draft, beside it and out of its JSON: a database of its own, so that drafts load without them. Sealed
// when the drafts are, and in this page alone on a shared computer.
import { Database } from './database.js';
import type { Sealed, Vault } from './vault.js';

interface Content { readonly id: string; readonly contenuto: string }  // id: draft "/" SHA-256; contenuto: base64
interface StoredFile { readonly id: string; readonly bozza?: string; readonly contenuto?: string; readonly chiuso?: Sealed }
export interface Safe {
  readonly shared: boolean;
  readonly vault: Vault | undefined;
  readonly closed: boolean;
  flush(): Promise<void>;
  learn_lock(): Promise<void>;
}

const draft_of = (id: string): string => id.split('/')[0] ?? '';

async function row_of(vault: Vault | undefined, { id, contenuto }: Content): Promise<StoredFile> {
  if (!vault) return { id, contenuto };
  return { id: await vault.name(id), bozza: await vault.name(draft_of(id)), chiuso: await vault.seal(JSON.stringify({ id, contenuto })) };
}

async function content_of(vault: Vault | undefined, row: StoredFile): Promise<Content | undefined> {
  if (row.contenuto !== undefined) return { id: row.id, contenuto: row.contenuto };
  return row.chiuso && vault ? (JSON.parse(await vault.text(row.chiuso)) as Content) : undefined;
}

export class Files {
  private readonly database = new Database<StoredFile>('omnia-file', 'file');
  // Of this visit: they serve also where the browser refuses to store.
  private readonly fresh = new Map<string, string>();

  constructor(private readonly safe: Safe) {}

  async save(id: string, contenuto: string): Promise<void> {
    this.fresh.set(id, contenuto);
    if (this.safe.shared) return;
    await this.safe.flush();  // its draft comes first: a tab that cleans up meanwhile throws away what belongs to none
    await this.safe.learn_lock();
    if (this.safe.closed) return;  // by another tab: neither its draft nor it is written
    const row = await row_of(this.safe.vault, { id, contenuto });
    await this.database.replace([], [row]);
  }

  async read(id: string): Promise<string | undefined> {
    const here = this.fresh.get(id);
    if (here !== undefined || this.safe.shared) return here;
    const { vault } = this.safe;
    const key = vault ? await vault.name(id) : id;
    const row = await this.database.get(key).catch(() => undefined);
    return row && (await content_of(vault, row))?.contenuto;
  }

  async copy(from: string, to: string): Promise<void> {
    const all = [...this.fresh].map(([id, contenuto]) => ({ id, contenuto }));
    if (!this.safe.shared) all.push(...(await this.contents(this.safe.vault)));
    for (const { id, contenuto } of all) if (draft_of(id) === from) await this.save(`${to}/${id.slice(from.length + 1)}`, contenuto);
  }

  // The drafts were locked, or the lock was taken off.
  async reseal(from: Vault | undefined, to: Vault | undefined): Promise<void> {
    if (from === to) return;
    const old = await this.database.all();
    const rows = await Promise.all((await this.contents(from)).map((content) => row_of(to, content)));
    await this.database.replace(old.map((row) => row.id), rows);
  }

  // What belongs to none of these drafts goes: not at once when a draft is deleted, because that can be undone.
  async keep_only(drafts: ReadonlySet<string>): Promise<void> {
    const gone = (await this.database.all()).filter((row) => !drafts.has(row.bozza ?? draft_of(row.id)));
    await this.database.replace(gone.map((row) => row.id), []);
  }

  private async contents(vault: Vault | undefined): Promise<Content[]> {
    const read = await Promise.all((await this.database.all()).map((row) => content_of(vault, row)));
    return read.filter((content): content is Content => content !== undefined);
  }
}
