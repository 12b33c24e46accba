// What others change, told as it happens. Only by the page in sight: a browser gives a host few connections, and a page that was
// hidden asks anew what it missed.

const address = '/api/v1/novita';

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
    this.source = new EventSource(this.last ? `${address}?da=${encodeURIComponent(this.last)}` : address);
    const heard = (event: MessageEvent<string>): void => {
      this.last = event.lastEventId;
      if (event.type !== 'inizio') this.changed((JSON.parse(event.data) as { id?: string }).id ?? '');
    };
    for (const type of ['inizio', 'domanda', 'da_capo']) this.source.addEventListener(type, heard);
  }

  private close(): void {
    this.source?.close();
    this.source = undefined;
  }
}
