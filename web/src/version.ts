// A new version of the client: it waits beside the one at work until the person says so, or until every tab is closed.

const ask_again_ms = 60 * 60 * 1000;

export class Version {
  private registration: ServiceWorkerRegistration | undefined;
  private wanted = false;

  constructor(private readonly arrived: () => void) {}

  async watch(): Promise<void> {
    const container = navigator.serviceWorker;
    if (!container) return;
    const controlled = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (this.wanted) location.reload();
      // Chosen in another tab: this page goes on with what it has, and says that it is not the newest.
      else if (controlled) this.arrived();
    });
    try {
      this.registration = await container.register('/offline.js');
    } catch {
      return;  // a browser or a setting that refuses: the pages then need the network
    }
    this.registration.addEventListener('updatefound', () => this.look());
    this.look();
    const ask = (): void => void this.registration?.update().catch(() => undefined);
    setInterval(ask, ask_again_ms);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(); });
    addEventListener('online', ask);
  }

  // The drafts have been written.
  take_over(): void {
    this.wanted = true;
    if (this.registration?.waiting) this.registration.waiting.postMessage('subentra');
    else location.reload();
  }

  private look(): void {
    const { installing, waiting, active } = this.registration ?? {};
    if (waiting && active) this.arrived();
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && this.registration?.active) this.arrived();
    });
  }
}
