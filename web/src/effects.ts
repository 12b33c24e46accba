// What the program asks of the world, carried out: requests, drafts, downloads. The answers go back as data.
import { Drafts, type LockState } from './drafts.js';
import { Files } from './files.js';
import { Listening } from './listening.js';
import { Tabs } from './tabs.js';
import { Version } from './version.js';
import type { Effect, EffectAnswer } from './program.js';

// Written by build.mjs: data of the program kept under the hash of their content, by the address that the program knows.
declare const ASSETS: { readonly dati: Readonly<Record<string, string>> };

// For an answer; what is sent gets besides the time that it takes on a slow line.
const timeout_ms = 20_000;
const slow_line_bytes_per_ms = 16;
const asleep_ms = 1_000;
const reading_ms = 5_000;
const idle_check_ms = 5_000;
const session_path = '/api/v1/sessione';
const power_path = `${session_path}/potere`;

type HttpEffect = Extract<Effect, { tipo: 'http' }>;

// "18:41" in Rome.
const clock = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' });
const now = (): string => clock.format(new Date());

export class Effects {
  private csrf = '';
  private readonly drafts: Drafts;
  private readonly files: Files;
  private readonly tabs: Tabs;
  private readonly version = new Version(() => this.answer({ tipo: 'versione' }));
  private readonly listening = new Listening((id) => this.answer({ tipo: 'domanda_cambiata', id }));
  private last_act = Date.now();
  private readonly alarms = new Map<string, ReturnType<typeof setTimeout>>();
  // Of each question the one asked last: an earlier one that was slow would show again what is no longer asked.
  private readonly latest = new Map<string, AbortController>();

  constructor(private readonly answer: (answer: EffectAnswer) => void, draft_text: (id: string) => string) {
    this.drafts = new Drafts(
      (id, { ok, conflitto }) => answer({ tipo: 'bozza_salvata', id, ok, conflitto: conflitto ?? false, ora: now() }),
      () => this.tabs.say_changed(), draft_text, () => location.reload());
    this.files = new Files(this.drafts);
    this.tabs = new Tabs({
      flush: () => this.drafts.flush(),
      given_up: (id) => answer({ tipo: 'bozza_ceduta', id }),
      changed_elsewhere: () => answer({ tipo: 'bozze_cambiate' }),
      locked_elsewhere: () => { if (!this.drafts.shared) void this.drafts.learn_lock().catch(() => undefined); },
    });
    const network = (): void => answer({ tipo: 'rete', online: navigator.onLine });
    addEventListener('online', network);
    addEventListener('offline', network);
    for (const act of ['pointerdown', 'keydown']) addEventListener(act, () => { this.last_act = Date.now(); }, true);
    setInterval(() => void this.close_when_idle(), idle_check_ms);
    document.addEventListener('visibilitychange', () => void this.close_when_idle());
  }

  get shared(): boolean { return this.drafts.shared; }

  // Last of all: what it keeps for the next visit must not compete with this one.
  watch_version(): void { void this.version.watch(); }

  run(effect: Exclude<Effect, { tipo: 'fuoco' | 'faccia' | 'preferenza' }>): void {
    switch (effect.tipo) {
      case 'http': void this.request(effect).then((answer) => { if (answer) this.answer(answer); }); break;
      case 'salva_bozza': this.drafts.save(effect.id, effect.testo); break;
      case 'elimina_bozza': void this.drafts.remove(effect.id).catch(() => undefined); break;
      case 'salva_file': void this.files.save(effect.id, effect.contenuto_base64).catch(() => undefined); break;
      case 'copia_file': void this.files.copy(effect.da, effect.a).catch(() => undefined); break;
      case 'carica_bozze': void this.load(); break;
      case 'prendi_bozza': void this.take(effect.id, effect.forza); break;
      case 'lascia_bozza': this.tabs.release(); break;
      case 'serratura': void this.lock(effect); break;
      case 'condiviso': this.drafts.share(effect.attivo); break;
      case 'ricomincia': void this.drafts.flush().finally(() => location.reload()); break;
      case 'aggiorna': void this.drafts.flush().finally(() => this.version.take_over()); break;
      case 'attesa': this.wait(effect.tag, effect.secondi); break;
      case 'ascolta': this.listening.want(effect.attivo); break;
      case 'stampa': setTimeout(() => print()); break;  // after the patch of this same event
      case 'naviga': location.assign(effect.percorso); break;
      case 'scarica': download(effect.nome, effect.percorso ?? URL.createObjectURL(new Blob([effect.contenuto], { type: effect.tipo_mime }))); break;
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

  private async load(): Promise<void> {
    const { texts, state } = await this.drafts.load().catch(() => ({ texts: [], state: 'assente' as const }));
    this.drafts.take_texts();  // the program is about to read what was stored
    this.answer({ tipo: 'serratura', stato: state });
    this.answer({ tipo: 'bozze', testi: texts });
    if (state !== 'chiusa' && !this.drafts.shared) void this.drafts.ids().then((ids) => this.files.keep_only(ids)).catch(() => undefined);
  }

  private async take(id: string, force: boolean): Promise<void> {
    const mine = await this.tabs.take(id, force);
    if (mine === undefined) return;
    const testo = mine ? await this.drafts.fresh(id).catch(() => undefined) : undefined;
    this.answer(mine ? { tipo: 'bozza_presa', id, testo: testo ?? '' } : { tipo: 'bozza_altrove', id });
  }

  private async lock(effect: Extract<Effect, { tipo: 'serratura' }>): Promise<void> {
    const { azione, frase, minuti } = effect;
    try {
      if (azione === 'chiudi') return await this.close();
      const before = this.drafts.vault;
      const stato = await this.turn(azione, frase ?? '', minuti ?? 0);
      if (azione === 'dimentica') await this.files.keep_only(new Set());
      else if (azione !== 'apri') await this.files.reseal(before, this.drafts.vault);
      if (azione !== 'apri') this.tabs.say_locked();
      this.answer({ tipo: 'serratura', stato });
    } catch {
      this.answer({ tipo: 'serratura', stato: 'guasta' });
    }
  }

  private turn(azione: 'proteggi' | 'apri' | 'togli' | 'dimentica', frase: string, minuti: number): Promise<LockState> {
    switch (azione) {
      case 'proteggi': return this.drafts.protect(frase, minuti);
      case 'apri': return this.drafts.unlock(frase);
      case 'togli': return this.drafts.unprotect();
      case 'dimentica': return this.drafts.forget();
    }
  }

  // A page that starts anew holds nothing of what it had opened.
  private async close(): Promise<void> {
    await this.drafts.flush();
    location.reload();
  }

  private async close_when_idle(): Promise<void> {
    const { minutes } = this.drafts;
    if (minutes > 0 && Date.now() - this.last_act >= minutes * 60_000) await this.close();
  }

  private wait(tag: string, seconds: number): void {
    clearTimeout(this.alarms.get(tag));
    this.alarms.set(tag, setTimeout(() => this.answer({ tipo: 'attesa', tag }), seconds * 1000));
  }

  // undefined: the same was asked anew meanwhile.
  private async request(effect: HttpEffect): Promise<Extract<EffectAnswer, { tipo: 'http' }> | undefined> {
    const headers = new Headers({ Accept: 'application/json' });
    if (effect.corpo) headers.set('Content-Type', type_of(effect.corpo));
    if (effect.chiave_idempotenza) headers.set('Idempotency-Key', effect.chiave_idempotenza);
    if (effect.metodo !== 'GET' && this.csrf) headers.set('X-CSRF-Token', this.csrf);
    const cancel = new AbortController();
    if (effect.metodo === 'GET') {
      this.latest.get(effect.tag)?.abort();
      this.latest.set(effect.tag, cancel);
    }
    const overtaken = (): boolean => effect.metodo === 'GET' && this.latest.get(effect.tag) !== cancel;
    let stop: (() => void) | undefined;
    try {
      const body = await this.with_files(effect);
      if (typeof body !== 'string') return { tipo: 'http', tag: effect.tag, stato: 410, corpo: JSON.stringify(body), ora: now() };
      stop = out_of_patience(timeout_ms + body.length / slow_line_bytes_per_ms, () => cancel.abort());
      const response = await fetch(ASSETS.dati[effect.percorso] ?? effect.percorso, {
        method: effect.metodo, headers, body: body || null, credentials: 'same-origin', cache: 'no-store', signal: cancel.signal,
      });
      const corpo = await response.text();
      if (overtaken()) return undefined;
      if (effect.percorso === session_path || (effect.percorso === power_path && response.ok)) this.csrf = token_of(response.ok ? corpo : '');
      return { tipo: 'http', tag: effect.tag, stato: response.status, corpo, ora: now() };
    } catch {
      return overtaken() ? undefined : { tipo: 'http', tag: effect.tag, stato: 0, corpo: '', ora: now() };
    } finally {
      stop?.();
      if (this.latest.get(effect.tag) === cancel) this.latest.delete(effect.tag);
    }
  }
}

// A page that slept, or was at work all the while, finds its time gone and the answer there, not yet read: it gets the time to read it.
function out_of_patience(ms: number, give_up: () => void): () => void {
  const due = performance.now() + ms;
  let timer = setTimeout(() => {
    const late = performance.now() - due;
    if (late < asleep_ms) give_up();
    else timer = setTimeout(give_up, reading_ms);
  }, ms);
  return () => clearTimeout(timer);
}

// A body is an object, a UniEmens or rows of a spreadsheet.
function type_of(body: string): string {
  if (body.startsWith('<')) return 'application/xml';
  return body.startsWith('{') ? 'application/json' : 'text/csv';
}

function token_of(body: string): string {
  try {
    return (JSON.parse(body) as { csrf?: string }).csrf ?? '';
  } catch {
    return '';
  }
}

function download(name: string, address: string): void {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  if (address.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
