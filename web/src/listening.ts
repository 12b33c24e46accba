// What others change, told as it happens. Only by the page in sight: a browser gives a host few connections, and a page that was
// hidden asks anew what it missed.

const address = '/api/v1/novita';
const again_ms = 60_000;

export class Listening {
  private source: EventSource | undefined;
  private wanted = false;
  private last = '';

  constructor(private readonly changed: (id: string) => void) {
    document.addEventListener('visibilitychange', () => this.follow());
  }

  want(listen: boolean): void {
    this.close();
    this.wanted = listen;
    this.last = '';
    this.follow();
  }

  private follow(): void {
    if (!this.wanted || document.hidden) return this.close();
    if (this.source) return;
    const source = this.source = new EventSource(this.last ? `${address}?da=${this.last}` : address);
    // The browser comes back by itself after a fault of the network, not after a refusal.
    source.onerror = () => { if (source.readyState === EventSource.CLOSED && source === this.source) this.retry(); };
    const heard = (event: MessageEvent<string>): void => {
      this.last = event.lastEventId;
      if (event.type !== 'inizio') this.changed((JSON.parse(event.data) as { id?: string }).id ?? '');
    };
    for (const type of ['inizio', 'domanda', 'da_capo']) source.addEventListener(type, heard);
  }

  private retry(): void {
    this.close();
    setTimeout(() => this.follow(), again_ms);
  }

  private close(): void {
    this.source?.close();
    this.source = undefined;
  }
}
