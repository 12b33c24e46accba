// The canvas face: the program draws, this places the leaves of the page at the rectangles it reports. One frame a change, none when
// idle. The page owns focus, editing, clicks and scrolling; the canvas owns every other pixel.
import { column_widths } from './columns.js';
import type { Program, Rect } from './program.js';
import { theme_number } from './preferences.js';
import { dom_id } from './tree.js';

const titillium_em = 1.521;  // ascent + descent of Titillium Web
const text_px = 16;

export class Stage {
  frames = 0;
  shown: readonly Rect[] = [];
  private active = false;      // this face is wanted: frames may be drawn
  private context = true;      // of WebGL; lost and given back by the browser
  private announced = false;   // `drawn` was called since the face became active
  private resized = true;      // the canvas takes its new size within the next frame: setting it clears the picture
  private scheduled = 0;
  private dpr = 0;
  private hovered: Element | null = null;
  private focused = 0;
  private placed = new Map<number, Rect>();
  private visible_by_itself = new Set<number>();
  private readonly after_frame: (() => void)[] = [];
  private readonly stage = must('palco');
  private readonly inner = must('interno');
  private readonly canvas = must('tela') as HTMLCanvasElement;

  // `drawn` is called after the first frame, `lost` when the graphics context goes: the page then shows itself.
  constructor(private readonly program: Program, private readonly root: HTMLElement, private readonly drawn: () => void,
    private readonly lost: () => void) {}

  start(): boolean {
    if (!this.program.canvas_start('#tela')) return false;
    this.canvas.addEventListener('webglcontextlost', (event) => this.on_lost(event));
    this.canvas.addEventListener('webglcontextrestored', () => this.on_restored());
    this.stage.addEventListener('scroll', () => this.on_scroll(), { passive: true });
    this.stage.addEventListener('pointermove', (event) => this.on_pointer(event), { passive: true });
    this.stage.addEventListener('pointerleave', () => this.hover(null, -1, -1), { passive: true });
    this.root.addEventListener('focusin', (event) => this.on_focus(event.target));
    this.root.addEventListener('focusout', () => this.on_focus(null));
    new ResizeObserver(() => this.resize()).observe(this.stage);
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
      matchMedia(query).addEventListener('change', () => this.theme_changed());
    }
    this.watch_dpr();
    for (const event of ['focus', 'visibilitychange']) addEventListener(event, () => this.check_dpr(), true);
    this.program.theme(theme_number());
    return true;
  }

  // Inactive, it leaves the page's own layout as if it were not there.
  activate(active: boolean): void {
    if (active === this.active) return;
    this.active = active;
    this.announced = false;
    if (active) this.resize();
    else this.release();
  }

  request(): void {
    if (!this.active || !this.context || this.scheduled) return;
    this.scheduled = requestAnimationFrame(() => { this.scheduled = 0; this.frame(); });
  }

  theme_changed(): void {
    this.program.theme(theme_number());
    this.request();
  }

  // When the leaves have their new places; at once when no frame is coming.
  settled(then: () => void): void {
    if (this.scheduled) this.after_frame.push(then);
    else then();
  }

  private resize(): void {
    this.resized = true;
    this.request();
  }

  private take_size(): void {
    const { clientWidth, clientHeight } = this.stage;
    // Before the first frame the stage is an ordinary block, as high as the page: the window is what the canvas will fill.
    const width = clientWidth;
    const height = this.announced ? clientHeight : innerHeight;
    this.resized = false;
    this.dpr = devicePixelRatio;
    this.canvas.width = Math.round(width * this.dpr);
    this.canvas.height = Math.round(height * this.dpr);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    // The canvas truncates a font's height to whole pixels; the page's text follows, so that the focused field shows the same letters.
    const size = Math.trunc(text_px * titillium_em * this.dpr) / this.dpr / titillium_em;
    this.root.style.setProperty('--testo-px', `${size}px`);
    this.program.resize(width, height, this.dpr);
  }

  private frame(): void {
    if (!this.active || !this.context) return;
    if (this.resized || devicePixelRatio !== this.dpr) this.take_size();
    this.tell_unfolded();
    this.program.frame();
    this.frames += 1;
    this.place();
    if (!this.announced) {
      this.announced = true;
      this.drawn();
    }
    if (this.program.wants_another_frame()) this.request();
    for (const then of this.after_frame.splice(0)) then();
  }

  // What the browser keeps and the canvas must draw: open disclosures, and how far each region has scrolled.
  private tell_unfolded(): void {
    for (const fold of this.root.querySelectorAll<HTMLDetailsElement>('[data-piega]')) this.program.open(Number(fold.dataset['piega']), fold.open);
    for (const [header, characters] of column_widths()) this.program.column(header, characters);
    for (const region of this.root.querySelectorAll<HTMLElement>('.scorre')) this.program.region(Number(region.dataset['n']), region.scrollTop);
  }

  private place(): void {
    const height = `${this.program.content_height()}px`;
    if (this.inner.style.height !== height) this.inner.style.height = height;
    this.shown = this.program.rects();
    const now = new Map<number, Rect>();
    for (const rect of this.shown) now.set(rect.id, rect);
    for (const rect of this.shown) {
      const element = document.getElementById(dom_id(rect.id));
      if (!element || !('f' in element.dataset)) continue;
      // A new element of an old id has no place yet.
      if (same(this.placed.get(rect.id), rect) && element.style.width) continue;
      // Inside a region that scrolls, places are counted from its own corner.
      const region = element.parentElement?.closest<HTMLElement>('.scorre');
      const corner = region ? now.get(Number(region.dataset['n'])) : undefined;
      element.style.left = `${rect.x - (corner?.x ?? 0)}px`;
      element.style.top = `${rect.y - (corner?.y ?? 0)}px`;
      element.style.width = `${rect.w}px`;
      element.style.height = `${rect.h}px`;
    }
    for (const id of this.placed.keys()) if (!now.has(id)) unplace(id);
    this.placed = now;
    this.show_uncovered();
    this.move_dialogs();
  }

  private release(): void {
    for (const id of this.placed.keys()) unplace(id);
    for (const id of this.visible_by_itself) document.getElementById(dom_id(id))?.removeAttribute('data-scoperto');
    this.placed.clear();
    this.visible_by_itself.clear();
    this.shown = [];
    this.inner.style.removeProperty('height');
    for (const dialog of this.root.querySelectorAll<HTMLElement>('dialog')) dialog.style.removeProperty('top');
    for (const then of this.after_frame.splice(0)) then();
  }

  private on_lost(event: Event): void {
    event.preventDefault();
    this.context = false;
    this.announced = false;
    this.program.context_lost();
    this.release();
    this.lost();
  }

  // Told late, the context may be gone again: then this event will come once more.
  private on_restored(): void {
    if (this.canvas.getContext('webgl2')?.isContextLost() !== false) return;
    this.context = true;
    this.program.context_restored();
    this.resize();
  }

  private on_scroll(): void {
    if (!this.active) return;
    this.program.scroll(this.stage.scrollTop);
    this.move_dialogs();
    this.request();
  }

  // Letters that the canvas's fonts lack: the browser has others.
  private show_uncovered(): void {
    const now = new Set(this.program.uncovered());
    for (const id of this.visible_by_itself) if (!now.has(id)) document.getElementById(dom_id(id))?.removeAttribute('data-scoperto');
    for (const id of now) document.getElementById(dom_id(id))?.setAttribute('data-scoperto', '');
    this.visible_by_itself = now;
  }

  // A modal dialog lives in the browser's top layer, outside the scrolled content.
  private move_dialogs(): void {
    for (const dialog of this.root.querySelectorAll<HTMLElement>('dialog')) dialog.style.top = `${-this.stage.scrollTop}px`;
  }

  private on_pointer(event: PointerEvent): void {
    const box = this.stage.getBoundingClientRect();
    const target = event.target instanceof Element ? event.target.closest('[data-f]') : null;
    this.hover(target, event.clientX - box.left, event.clientY - box.top);
  }

  // A frame only when what lies under the pointer is another thing.
  private hover(target: Element | null, x: number, y: number): void {
    if (target === this.hovered) return;
    this.hovered = target;
    this.program.pointer(x, y);
    this.request();
  }

  private on_focus(target: EventTarget | null): void {
    const id = target instanceof HTMLElement && target.dataset['n'] ? Number(target.dataset['n']) : 0;
    if (id === this.focused) return;
    this.focused = id;
    this.program.focus(id);
    this.request();
  }

  private check_dpr(): void {
    if (this.active && devicePixelRatio !== this.dpr) this.resize();
  }

  // Fires once for the ratio it was made for; moving a window to another screen may fire nothing, so frames look too.
  private watch_dpr(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => { this.check_dpr(); this.watch_dpr(); }, { once: true });
  }
}

function must(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id}`);
  return element;
}

function same(a: Rect | undefined, b: Rect): boolean {
  return a !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

function unplace(id: number): void {
  const element = document.getElementById(dom_id(id));
  for (const property of ['left', 'top', 'width', 'height']) element?.style.removeProperty(property);
}
