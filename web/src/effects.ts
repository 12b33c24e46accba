// What the program asks of the world, carried out: requests, drafts, downloads. The answers go back as data.
import { Drafts } from './drafts.js';
import { Files } from './files.js';
import type { Effect, EffectAnswer } from './program.js';

const timeout_ms = 20_000;
const session_path = '/api/v1/sessione';

type HttpEffect = Extract<Effect, { tipo: 'http' }>;

export class Effects {
  private csrf = '';
  private readonly drafts: Drafts;
  private readonly files = new Files();

  constructor(private readonly answer: (answer: EffectAnswer) => void) {
    this.drafts = new Drafts((id, ok) => answer({ tipo: 'bozza_salvata', id, ok }));
    const network = (): void => answer({ tipo: 'rete', online: navigator.onLine });
    addEventListener('online', network);
    addEventListener('offline', network);
  }

  run(effect: Exclude<Effect, { tipo: 'fuoco' | 'faccia' | 'preferenza' }>): void {
    switch (effect.tipo) {
      case 'http': void this.request(effect).then(this.answer); break;
      case 'salva_bozza': this.drafts.save(effect.id, effect.testo); break;
      case 'elimina_bozza': void this.drafts.remove(effect.id).catch(() => undefined); break;
      case 'carica_bozze':
        void this.drafts.newest_first().catch(() => []).then((testi) => {
          this.answer({ tipo: 'bozze', testi });
          void this.drafts.ids().then((ids) => this.files.keep_only(ids)).catch(() => undefined);
        });
        break;
      case 'salva_file': void this.files.save(effect.id, effect.contenuto_base64).catch(() => undefined); break;
      case 'scarica': download(effect.nome, effect.tipo_mime, effect.contenuto); break;
    }
  }

  // The body with the bytes of its documents, which only the page holds; or which of them is no longer here.
  private async with_files(effect: HttpEffect): Promise<string | { codice: string; campo: string }> {
    const body = effect.corpo ?? '';
    if (!effect.allegati?.length) return body;
    const documents: unknown[] = [];
    for (const { nome, tipo, id } of effect.allegati) {
      const contenuto_base64 = await this.files.read(id);
      if (contenuto_base64 === undefined) return { codice: 'allegato.perso', campo: nome };
      documents.push({ nome, tipo, contenuto_base64 });
    }
    return `${body.slice(0, -1)},"allegati":${JSON.stringify(documents)}}`;
  }

  private async request(effect: HttpEffect): Promise<Extract<EffectAnswer, { tipo: 'http' }>> {
    const headers = new Headers({ Accept: 'application/json' });
    if (effect.corpo) headers.set('Content-Type', effect.corpo.startsWith('<') ? 'application/xml' : 'application/json');
    if (effect.chiave_idempotenza) headers.set('Idempotency-Key', effect.chiave_idempotenza);
    if (effect.metodo !== 'GET' && this.csrf) headers.set('X-CSRF-Token', this.csrf);
    const cancel = new AbortController();
    const timer = setTimeout(() => cancel.abort(), timeout_ms);
    try {
      const body = await this.with_files(effect);
      if (typeof body !== 'string') return { tipo: 'http', tag: effect.tag, stato: 410, corpo: JSON.stringify(body) };
      const response = await fetch(effect.percorso, {
        method: effect.metodo, headers, body: body || null, credentials: 'same-origin', cache: 'no-store', signal: cancel.signal,
      });
      const corpo = await response.text();
      if (effect.percorso === session_path) this.csrf = token_of(response.ok ? corpo : '');
      return { tipo: 'http', tag: effect.tag, stato: response.status, corpo };
    } catch {
      return { tipo: 'http', tag: effect.tag, stato: 0, corpo: '' };
    } finally {
      clearTimeout(timer);
    }
  }
}

function token_of(body: string): string {
  try {
    return (JSON.parse(body) as { csrf?: string }).csrf ?? '';
  } catch {
    return '';
  }
}

function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
