// One draft is written in one tab at a time: who opens it holds a lock of its name, another tab sees that and may take it over.
// The tab that gives it up writes what it has first.

const channel_name = 'omnia.bozze';
const patience_ms = 3000;
const reload_ms = 500;
const lock_name = (id: string): string => `omnia.bozza.${id}`;

type Message = { readonly chiedo: string } | { readonly cambiate: true } | { readonly serratura: true };

export interface TabEvents {
  // Another tab wants the draft: what is not written yet is written before it goes.
  flush(): Promise<void>;
  given_up(id: string): void;
  changed_elsewhere(): void;
  // The lock of all the drafts was put on, or taken off.
  locked_elsewhere(): void;
}

export class Tabs {
  private readonly channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channel_name);
  private held: { readonly id: string; readonly release: () => void } | undefined;
  private wish = 0;  // counts what this tab has wanted: a lock that comes when it wants something else goes back at once

  constructor(private readonly events: TabEvents) {
    this.channel?.addEventListener('message', (event: MessageEvent<Message>) => {
      if ('cambiate' in event.data) this.events.changed_elsewhere();
      else if ('serratura' in event.data) this.events.locked_elsewhere();
      else if (event.data.chiedo === this.held?.id) void this.give_up();
    });
  }

  say_changed(): void { this.channel?.postMessage({ cambiate: true } satisfies Message); }
  say_locked(): void { this.channel?.postMessage({ serratura: true } satisfies Message); }

  // Whether the draft is this tab's now; undefined when the tab has gone on to something else before that was known. Without locks in
  // the browser every tab has it: the revisions still guard what is saved.
  async take(id: string, force: boolean): Promise<boolean | undefined> {
    if (this.held?.id === id) return true;
    this.release();
    const { wish } = this;
    const mine = !navigator.locks || (await (force ? this.request_taken(id, wish) : this.request_free(id, wish)));
    return wish === this.wish ? mine : undefined;
  }

  release(): void {
    this.wish += 1;
    this.held?.release();
    this.held = undefined;
  }

  // A tab that is frozen answers nothing: after a while its lock is taken from it.
  private async request_taken(id: string, wish: number): Promise<boolean> {
    this.channel?.postMessage({ chiedo: id } satisfies Message);
    return (await this.request(id, wish, { signal: AbortSignal.timeout(patience_ms) })) || this.request(id, wish, { steal: true });
  }

  private async give_up(): Promise<void> {
    await this.events.flush();
    const id = this.held?.id;
    this.release();
    if (id !== undefined) this.events.given_up(id);
  }

  // A page that was just reloaded gives its lock back within an instant; a tab that works keeps it. Only the browser's own answer says
  // that another tab has the draft: on a busy computer the time to wait can run out before the word that the lock was free all along.
  private async request_free(id: string, wish: number): Promise<boolean> {
    const now: LockOptions = { ifAvailable: true };
    return (await this.request(id, wish, now)) || (await this.request(id, wish, { signal: AbortSignal.timeout(reload_ms) })) || this.request(id, wish, now);
  }

  // Nothing is asked, and nothing that comes is kept, once the tab no longer wants what it wanted with `wish`.
  private async request(id: string, wish: number, options: LockOptions): Promise<boolean> {
    if (wish !== this.wish) return false;
    let mine: typeof this.held;
    return new Promise((resolve) => {
      navigator.locks.request(lock_name(id), options, (lock) => {
        if (!lock || wish !== this.wish) return resolve(false);
        return new Promise<void>((release) => {
          this.held = mine = { id, release };
          resolve(true);
        });
      }).catch(() => {
        resolve(false);
        // Taken away from this tab while it held it.
        if (!mine || this.held !== mine) return;
        this.held = undefined;
        this.events.given_up(id);
      });
    });
  }
}
