// The compiled program (wasm-client/platform/bridge_web.cpp) behind a typed interface: strings are passed as UTF-8 on its heap.
import type { Patch } from './tree.js';

export type Face = 'html' | 'canvas';
export const EventKind = { input: 1, change: 2, click: 3, paste: 4, fill_down: 5, scroll: 6 } as const;
export type EventKindNumber = (typeof EventKind)[keyof typeof EventKind];

export type Effect =
  | { tipo: 'http'; tag: string; metodo: string; percorso: string; corpo?: string; chiave_idempotenza?: string;
      allegati?: { nome: string; tipo: string; id: string }[] }
  | { tipo: 'salva_file'; id: string; contenuto_base64: string }
  | { tipo: 'salva_bozza'; id: string; testo?: string }
  | { tipo: 'elimina_bozza'; id: string }
  | { tipo: 'copia_file'; da: string; a: string }
  | { tipo: 'carica_bozze' }
  | { tipo: 'prendi_bozza'; id: string; forza: boolean }
  | { tipo: 'lascia_bozza' }
  | { tipo: 'serratura'; azione: 'proteggi' | 'apri' | 'chiudi' | 'togli' | 'dimentica'; frase?: string; minuti?: number }
  | { tipo: 'condiviso'; attivo: boolean }
  | { tipo: 'ricomincia' }
  | { tipo: 'aggiorna' }
  | { tipo: 'attesa'; tag: string; secondi: number }
  | { tipo: 'ascolta'; attivo: boolean }
  | { tipo: 'stampa' }
  | { tipo: 'naviga'; percorso: string }
  | { tipo: 'fuoco'; id: number }
  | { tipo: 'faccia'; faccia: Face }
  | { tipo: 'preferenza'; nome: string; valore: string }
  | { tipo: 'scarica'; nome: string; tipo_mime: string; contenuto: string; percorso?: string };

export type EffectAnswer =
  | { tipo: 'http'; tag: string; stato: number; corpo: string; ora: string }
  | { tipo: 'bozze'; testi: string[] }
  | { tipo: 'bozza_salvata'; id: string; ok: boolean; conflitto: boolean; ora: string }
  | { tipo: 'bozza_presa'; id: string; testo: string }
  | { tipo: 'bozza_altrove' | 'bozza_ceduta'; id: string }
  | { tipo: 'bozze_cambiate' | 'versione' }
  | { tipo: 'domanda_cambiata'; id: string }
  | { tipo: 'serratura'; stato: 'assente' | 'chiusa' | 'aperta' | 'errata' | 'guasta' }
  | { tipo: 'attesa'; tag: string }
  | { tipo: 'giorno'; oggi: string }
  | { tipo: 'rete'; online: boolean };

export interface Rect { readonly id: number; readonly x: number; readonly y: number; readonly w: number; readonly h: number }

interface Exports {
  HEAPU8: Uint8Array;
  UTF8ToString(pointer: number): string;
  stringToUTF8(text: string, pointer: number, size: number): void;
  lengthBytesUTF8(text: string): number;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _omnia_start(config: number): void;
  _omnia_event(id: number, kind: number, text: number): void;
  _omnia_file(id: number, name: number, type: number, size: number, bytes: number, length: number): void;
  _omnia_effect_done(json: number): void;
  _omnia_font(which: number, data: number, length: number): void;
  _omnia_canvas_start(selector: number): number;
  _omnia_canvas_resize(width: number, height: number, dpr: number): void;
  _omnia_canvas_scroll(top: number): void;
  _omnia_canvas_pointer(x: number, y: number): void;
  _omnia_canvas_focus(id: number): void;
  _omnia_canvas_region(id: number, top: number): void;
  _omnia_canvas_open(id: number, open: number): void;
  _omnia_canvas_column(header: number, characters: number): void;
  _omnia_canvas_theme(theme: number): void;
  _omnia_canvas_lost(): void;
  _omnia_canvas_restored(): void;
  _omnia_canvas_frame(): void;
  _omnia_canvas_again(): number;
  _omnia_content_height(): number;
  _omnia_rects(): number;
  _omnia_rect_count(): number;
  _omnia_uncovered(): number;
  _omnia_uncovered_count(): number;
  _omnia_draft(id: number): number;
  _omnia_review(request: number): number;
  _omnia_memory(): number;
}

type Factory = (module: {
  locateFile: (name: string) => string;
  onPatch: (json: string) => void;
  onEffect: (json: string) => void;
}) => Promise<Exports>;

export interface Callbacks { patch(patch: Patch): void; effect(effect: Effect): void }

const rect_bytes = 20;  // uint32 id; float x, y, w, h

export class Program {
  private constructor(private readonly wasm: Exports) {}

  static async load(module_url: string, wasm_url: string, callbacks: Callbacks): Promise<Program> {
    const loaded = (await import(module_url)) as { default: Factory };
    return new Program(await loaded.default({
      locateFile: (name) => (name.endsWith('.wasm') ? wasm_url : name),
      onPatch: (json) => { if (json) callbacks.patch(JSON.parse(json) as Patch); },
      onEffect: (json) => callbacks.effect(JSON.parse(json) as Effect),
    }));
  }

  // `seed` makes the ids and idempotency keys of this visit unlike those of any other; `login_failure`: why an identity provider
  // sent the browser back without a session, or nothing.
  start(today: string, face: Face, seed: string, preferences: Readonly<Record<string, string>>, shared: boolean, login_failure: string): void {
    const config = { oggi: today, faccia: face, seme: seed, preferenze: preferences, condiviso: shared, accesso: login_failure };
    this.with_text(JSON.stringify(config), (p) => this.wasm._omnia_start(p));
  }
  event(id: number, kind: EventKindNumber, text: string): void { this.with_text(text, (p) => this.wasm._omnia_event(id, kind, p)); }
  answer(answer: EffectAnswer): void { this.with_text(JSON.stringify(answer), (p) => this.wasm._omnia_effect_done(p)); }
  get heap(): number { return this.wasm.HEAPU8.length; }
  get memory(): number { return this.wasm._omnia_memory(); }  // bytes of the heap in use
  draft_text(id: string): string { return this.with_text(id, (p) => this.wasm.UTF8ToString(this.wasm._omnia_draft(p))); }
  review(request: string): string { return this.with_text(request, (p) => this.wasm.UTF8ToString(this.wasm._omnia_review(p))); }

  // The bytes go over the heap: a file may be large. None when it is over the field's limit.
  file(id: number, name: string, type: string, size: number, bytes: Uint8Array): void {
    const pointer = this.wasm._malloc(Math.max(1, bytes.length));
    this.wasm.HEAPU8.set(bytes, pointer);
    try {
      this.with_text(name, (n) => this.with_text(type, (t) => this.wasm._omnia_file(id, n, t, size, pointer, bytes.length)));
    } finally {
      this.wasm._free(pointer);
    }
  }

  // The program keeps its own copy.
  font(which: number, bytes: Uint8Array): void {
    const pointer = this.wasm._malloc(bytes.length);
    this.wasm.HEAPU8.set(bytes, pointer);
    this.wasm._omnia_font(which, pointer, bytes.length);
    this.wasm._free(pointer);
  }

  canvas_start(selector: string): boolean { return this.with_text(selector, (p) => this.wasm._omnia_canvas_start(p)) === 1; }
  resize(width: number, height: number, dpr: number): void { this.wasm._omnia_canvas_resize(width, height, dpr); }
  scroll(top: number): void { this.wasm._omnia_canvas_scroll(top); }
  pointer(x: number, y: number): void { this.wasm._omnia_canvas_pointer(x, y); }
  region(id: number, top: number): void { this.wasm._omnia_canvas_region(id, top); }
  open(id: number, open: boolean): void { this.wasm._omnia_canvas_open(id, open ? 1 : 0); }
  column(header: number, characters: number): void { this.wasm._omnia_canvas_column(header, characters); }
  focus(id: number): void { this.wasm._omnia_canvas_focus(id); }
  theme(theme: number): void { this.wasm._omnia_canvas_theme(theme); }
  context_lost(): void { this.wasm._omnia_canvas_lost(); }
  context_restored(): void { this.wasm._omnia_canvas_restored(); }
  frame(): void { this.wasm._omnia_canvas_frame(); }
  wants_another_frame(): boolean { return this.wasm._omnia_canvas_again() !== 0; }
  content_height(): number { return this.wasm._omnia_content_height(); }

  // A view on the heap is made anew each time: when memory grows the old one is detached.
  rects(): Rect[] {
    const count = this.wasm._omnia_rect_count();
    const view = new DataView(this.wasm.HEAPU8.buffer, this.wasm._omnia_rects(), count * rect_bytes);
    const float = (row: number, at: number): number => view.getFloat32(row * rect_bytes + at, true);
    return Array.from({ length: count }, (_, row) => ({
      id: view.getUint32(row * rect_bytes, true), x: float(row, 4), y: float(row, 8), w: float(row, 12), h: float(row, 16),
    }));
  }

  uncovered(): number[] {
    const count = this.wasm._omnia_uncovered_count();
    return [...new Uint32Array(this.wasm.HEAPU8.buffer, this.wasm._omnia_uncovered(), count)];
  }

  private with_text<T>(text: string, use: (pointer: number) => T): T {
    const size = this.wasm.lengthBytesUTF8(text) + 1;
    const pointer = this.wasm._malloc(size);
    this.wasm.stringToUTF8(text, pointer, size);
    try {
      return use(pointer);
    } finally {
      this.wasm._free(pointer);
    }
  }
}
