// Drafts of this browser: saved at every change, so that closing it loses nothing; sealed when the person has locked them; in this
// page alone on a shared computer. A draft that another tab has changed meanwhile is never written over, and nothing is written under
// another lock than the one that stands there: another tab may have put it on, or taken it off.
import { Database } from './database.js';
import { Vault, type Lock, type Sealed } from './vault.js';

interface Row {
  readonly id: string;
  readonly quando: number;
  readonly revisione?: number;
  readonly testo?: string;  // as it is
  readonly chiuso?: Sealed;  // or sealed: {id, testo}
  readonly serratura?: Lock;
}

// id, text, and the last revision that it is newer than; without it, of an earlier version of the client, newer than any.
type Leftover = readonly [id: string, text: string, revision?: number];

export type LockState = 'assente' | 'chiusa' | 'aperta' | 'errata';
export interface Outcome { readonly ok: boolean; readonly conflitto?: boolean }

const lock_id = 'serratura';
// Of these the newest counts, whoever wrote it.
const last_wins = (id: string): boolean => id === 'sessione' || id.startsWith('registro.');

// Once the person pauses, not at every key: the word that says "saved" is a live region, and a screen reader reads each change.
const pause_ms = 400;
const longest_wait_ms = 2000;
// What the last keys wrote when the page went: IndexedDB cannot be waited for then, this can. Never when drafts are locked.
const leftover_key = 'omnia.bozze';
const shared_key = 'omnia.condiviso';

const same = (a: Lock | undefined, b: Lock | undefined): boolean => a?.sale.join() === b?.sale.join();

function remembered_as_shared(): boolean {
  try {
    return sessionStorage.getItem(shared_key) === '1';
  } catch {
    return false;  // storage refused by the browser's settings
  }
}

function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // Storage refused, or full: what IndexedDB has is what stays.
  }
}

export class Drafts {
  private readonly database = new Database<Row>('omnia', 'bozze');
  private readonly memory = new Map<string, string>();  // the drafts of a shared computer
  // Not yet written: the newest text of each draft, or nothing where the program is to be asked for it when its turn comes.
  private readonly waiting = new Map<string, string | undefined>();
  // On their way to the disk: a page that goes takes the transaction with it.
  private readonly flying = new Map<string, string>();
  // Revision of each row as this page last read or wrote it.
  private readonly known = new Map<string, number>();
  private lock: Lock | undefined;
  private lock_known = false;
  vault: Vault | undefined;
  private timer = 0;
  private waiting_since = 0;
  private turn = Promise.resolve();
  shared = remembered_as_shared();

  constructor(private readonly stored: (id: string, outcome: Outcome) => void, private readonly changed: () => void,
    private readonly text_of: (id: string) => string, private readonly locked_elsewhere: () => void) {
    addEventListener('pagehide', () => this.leave());
    document.addEventListener('visibilitychange', () => { if (document.hidden) void this.flush(); });
    addEventListener('beforeunload', (event) => { if (this.shared && this.has_drafts()) event.preventDefault(); });
  }

  get closed(): boolean { return this.lock !== undefined && !this.vault; }
  get minutes(): number { return this.vault ? this.lock?.minuti ?? 0 : 0; }

  save(id: string, text: string | undefined): void {
    const now = Date.now();
    if (!this.waiting.size) this.waiting_since = now;
    this.waiting.set(id, text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.min(pause_ms, Math.max(0, this.waiting_since + longest_wait_ms - now)));
  }

  // Asks the program for what it has not told yet.
  take_texts(): void {
    for (const [id, text] of this.waiting) {
      const known = text ?? this.text_of(id);
      if (known) this.waiting.set(id, known);
      else this.waiting.delete(id);  // thrown away meanwhile
    }
  }

  async remove(id: string): Promise<void> {
    this.waiting.delete(id);
    this.known.delete(id);
    if (this.shared) return void this.memory.delete(id);
    // After what is on its way to the disk, which would bring it back.
    await this.alone(async () => this.database.replace([await this.row_id(id)], []));
    this.changed();
  }

  // Newest first; none while they are locked.
  async load(): Promise<{ texts: string[]; state: LockState }> {
    if (this.shared) return { texts: [...this.memory.values()].reverse(), state: 'assente' };
    await this.learn_lock();
    if (this.closed) return { texts: [], state: 'chiusa' };
    this.take_leftover();
    await this.flush();
    const texts = await this.alone(() => this.read_all());
    return { texts, state: this.lock ? 'aperta' : 'assente' };
  }

  private async read_all(): Promise<string[]> {
    const texts: string[] = [];
    for (const row of (await this.database.all()).sort((a, b) => b.quando - a.quando)) {
      const read = await this.read(row);
      if (!read) continue;
      this.known.set(read.id, row.revisione ?? 0);
      texts.push(read.testo);
    }
    return texts;
  }

  // As it is stored now; undefined when it is not.
  async fresh(id: string): Promise<string | undefined> {
    if (this.shared) return this.memory.get(id);
    this.take_leftover();
    await this.flush();
    return this.alone(async () => {
      const row = await this.database.get(await this.row_id(id));
      const read = row && (await this.read(row));
      if (row && read) this.known.set(id, row.revisione ?? 0);
      return read?.testo;
    });
  }

  // Of all that is stored, and of what is about to be.
  async ids(): Promise<Set<string>> {
    const waiting = await Promise.all([...this.waiting.keys(), ...this.flying.keys()].map((id) => this.row_id(id)));
    return new Set([...(await this.database.all()).map((row) => row.id), ...waiting]);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.alone(() => this.write_waiting());
  }

  private async write_waiting(): Promise<void> {
    if (!this.waiting.size) return;
    if (!this.lock_known && !this.shared) await this.learn_lock().catch(() => undefined);
    if (!this.lock || this.vault || this.shared) await this.write();
  }

  // When another tab has put it on, or taken it off, what this one holds is under a lock that is no more: the page begins anew.
  async learn_lock(): Promise<void> {
    const there = (await this.database.get(lock_id))?.serratura;
    const other = this.lock_known && !same(there, this.lock);
    if (other) this.vault = undefined;
    [this.lock, this.lock_known] = [there, true];
    if (there) quietly(() => localStorage.removeItem(leftover_key));  // of a page that went while another put the lock on
    if (other) this.locked_elsewhere();
  }

  // One at a time, in the order of asking: what is read between two writes of this page would else be taken for another tab's.
  private alone<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(run);
    this.turn = turn.then(() => undefined, () => undefined);
    return turn;
  }

  // --- the lock
  protect(passphrase: string, minutes: number): Promise<LockState> {
    return this.alone<LockState>(async () => {
      await this.write_waiting();
      const { vault, lock } = await Vault.make(passphrase, minutes);
      const rows = await this.database.all();
      const sealed = await Promise.all((await this.opened(rows)).map((row) => this.sealed(vault, row.id, row.testo, row.revisione)));
      await this.database.replace(rows.map((row) => row.id), [...sealed, { id: lock_id, quando: 0, serratura: lock }]);
      [this.vault, this.lock] = [vault, lock];
      quietly(() => localStorage.removeItem(leftover_key));
      return 'aperta';
    });
  }

  async unlock(passphrase: string): Promise<LockState> {
    this.lock ??= (await this.database.get(lock_id))?.serratura;
    if (!this.lock) return 'assente';
    this.vault = await Vault.open(this.lock, passphrase);
    return this.vault ? 'aperta' : 'errata';
  }

  unprotect(): Promise<LockState> {
    return this.alone<LockState>(async () => {
      await this.write_waiting();
      if (!this.vault) return 'chiusa';
      const rows = await this.database.all();
      const plain = (await this.opened(rows)).map(({ id, testo, revisione }) => ({ id, testo, revisione, quando: Date.now() }));
      await this.database.replace(rows.map((row) => row.id), plain);
      this.lock = this.vault = undefined;
      return 'assente';
    });
  }

  // Without the passphrase nothing can be read: what is left is to throw it all away.
  forget(): Promise<LockState> {
    return this.alone<LockState>(async () => {
      await this.database.replace((await this.database.all()).map((row) => row.id), []);
      this.lock = this.vault = undefined;
      return 'assente';
    });
  }

  // --- a shared computer
  share(on: boolean): void {
    this.shared = on;
    this.memory.clear();
    this.waiting.clear();
    quietly(() => { if (on) sessionStorage.setItem(shared_key, '1'); else sessionStorage.removeItem(shared_key); });
  }

  private has_drafts(): boolean {
    return [...this.memory.keys(), ...this.waiting.keys()].some((id) => !last_wins(id));
  }

  private async row_id(id: string): Promise<string> { return this.vault ? this.vault.name(id) : id; }

  private async sealed(vault: Vault, id: string, testo: string, revisione: number): Promise<Row> {
    return { id: await vault.name(id), quando: Date.now(), revisione, chiuso: await vault.seal(JSON.stringify({ id, testo })) };
  }

  private async read(row: Row): Promise<{ id: string; testo: string } | undefined> {
    if (row.testo !== undefined) return { id: row.id, testo: row.testo };
    if (!row.chiuso || !this.vault) return undefined;
    return JSON.parse(await this.vault.text(row.chiuso)) as { id: string; testo: string };
  }

  private async opened(rows: readonly Row[]): Promise<{ id: string; testo: string; revisione: number }[]> {
    const out = [];
    for (const row of rows) {
      const read = await this.read(row);
      if (read) out.push({ ...read, revisione: row.revisione ?? 0 });
    }
    return out;
  }

  private leave(): void {
    this.take_texts();
    const left = [...new Map([...this.flying, ...this.waiting])].map(([id, text]): Leftover => {
      const twice = this.flying.has(id) && this.waiting.has(id);
      return [id, text ?? '', (this.known.get(id) ?? 0) + (twice ? 1 : 0)];
    });
    if (!left.length || this.shared) return;
    if (!this.lock) quietly(() => localStorage.setItem(leftover_key, JSON.stringify(left)));
    void this.flush();
  }

  private take_leftover(): void {
    try {
      if (this.lock) return;
      for (const [id, text, revision] of JSON.parse(localStorage.getItem(leftover_key) ?? '[]') as Leftover[]) {
        if (this.waiting.has(id)) continue;
        this.waiting.set(id, text);
        this.leftover.set(id, revision);
      }
      localStorage.removeItem(leftover_key);
    } catch {
      // Not ours, or no storage.
    }
  }
  // Written by a page that has gone, or thought it was going: newer than the row up to that revision, and of no use after it.
  private readonly leftover = new Map<string, number | undefined>();

  private async write(): Promise<void> {
    for (let next = this.take(); next; next = this.take()) {
      const [id, text] = next;
      let outcome: Outcome = { ok: false };
      this.flying.set(id, text);
      try {
        outcome = await this.put(id, text);
      } catch {
        // Said by the outcome.
      }
      this.flying.delete(id);
      if (!outcome.ok || !this.waiting.has(id)) this.stored(id, outcome);  // what was typed meanwhile is not saved yet
      if (outcome.ok) this.changed();
    }
  }

  private async put(id: string, text: string): Promise<Outcome> {
    if (this.shared) {
      this.memory.delete(id);
      this.memory.set(id, text);
      return { ok: true };
    }
    const left = this.leftover.has(id) ? { most: this.leftover.get(id) ?? Infinity } : undefined;
    this.leftover.delete(id);
    const expected = this.known.get(id) ?? 0;
    const outdated = (there: Row): boolean => !last_wins(id) && (left ? (there.revisione ?? 0) > left.most : (there.revisione ?? 0) !== expected);
    const sealed = this.vault && (await this.vault.seal(JSON.stringify({ id, testo: text })));
    const name = await this.row_id(id);
    let revision = 0;
    let other_lock = false;
    const ok = await this.database.change(name, lock_id, (there, lock) => {
      other_lock = !same(lock?.serratura, this.lock);
      if (other_lock) return undefined;
      if (there ? outdated(there) : left && left.most > 0 && left.most < Infinity) return undefined;  // changed, or thrown away
      revision = (there?.revisione ?? expected) + 1;
      const row = { id: name, quando: Date.now(), revisione: revision };
      return sealed ? { ...row, chiuso: sealed } : { ...row, testo: text };
    });
    if (other_lock) {
      await this.learn_lock();
      return { ok: false };
    }
    if (ok) this.known.set(id, revision);
    return ok || left ? { ok: true } : { ok, conflitto: true };
  }

  private take(): [string, string] | undefined {
    for (const [id, text] of this.waiting) {
      this.waiting.delete(id);
      const known = text ?? this.text_of(id);
      if (known) return [id, known];
    }
    return undefined;
  }
}
