// The tree on the page: renders it, hears what the person does and gives it an address. Same for both faces.
import { html, render } from 'lit';
import { draw } from './template.js';
import { apply, dom_id, find, type Patch, type ViewNode } from './tree.js';
import { hear_grips } from './columns.js';
import { hear_grids } from './grid.js';
import { Regions } from './regions.js';
import { EventKind, type EventKindNumber } from './program.js';

export interface ChosenFile { readonly file: File; readonly limit: number }

// What the page tells: events of the nodes, a file that was chosen, and that something on it is not as the canvas last drew it.
export interface Heard {
  event(id: number, kind: EventKindNumber, text: string): void;
  file(id: number, chosen: ChosenFile): Promise<void>;
  changed(): void;
}
type TextControl = HTMLInputElement | HTMLTextAreaElement;

function is_text(element: EventTarget | null): element is TextControl {
  return element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(element.type));
}

// Where a letter or an arrow already means something.
function writes(element: EventTarget | null): boolean {
  return is_text(element) || element instanceof HTMLSelectElement;
}

// "n", "?", "Ctrl+Z": Shift shows in the character itself.
function chord(event: KeyboardEvent): string {
  const held = [event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : ''].join('');
  return held + (held && event.key.length === 1 ? event.key.toUpperCase() : event.key);
}

function address(element: EventTarget | null): number | undefined {
  const owner = element instanceof Element ? element.closest<HTMLElement>('[data-n]') : null;
  return owner?.dataset['n'] === undefined ? undefined : Number(owner.dataset['n']);
}

export class Page {
  tree: ViewNode | undefined;
  patches = 0;
  private rendering = false;
  private pressed = false;
  private reading: Promise<void> | undefined;  // of a file, which a slow disk gives late
  private readonly postponed: (() => void)[] = [];
  // What each field last reported: leaving it says nothing new when nothing changed.
  private readonly reported = new WeakMap<EventTarget, string>();

  private readonly regions: Regions;
  private acted = false;  // somebody has pressed a key or the pointer
  // Who had the focus before each open dialog, by the dialog's title.
  private readonly openers: { readonly dialog: HTMLDialogElement; readonly opener: string }[] = [];

  constructor(private readonly root: HTMLElement, private readonly heard: Heard) {
    hear_grips(root, () => this.tree && this.draw(this.tree));
    hear_grids(root, (id, kind, text) => heard.event(id, kind, text));
    this.regions = new Regions(root, (id, kind, text) => heard.event(id, kind, text), () => heard.changed());
    root.addEventListener('input', (event) => this.on_input(event));
    root.addEventListener('change', (event) => this.on_change(event));
    root.addEventListener('focusout', (event) => this.on_leave(event));
    for (const act of ['pointerdown', 'keydown', 'click']) addEventListener(act, () => { this.acted = true; }, { capture: true, once: true });
    root.addEventListener('click', (event) => this.on_click(event));
    root.addEventListener('cancel', (event) => this.on_cancel(event), true);
    root.addEventListener('toggle', () => heard.changed(), true);
    document.addEventListener('keydown', (event) => this.on_key(event));
    addEventListener('pointerdown', () => { this.pressed = true; }, true);
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => this.on_release(), true);
    new ResizeObserver(() => this.show_current_step()).observe(root);
  }

  patch(patch: Patch): void {
    this.patches += 1;
    const first = !this.tree;
    const before = this.tree && title_of(this.tree);
    this.tree = apply(this.tree, patch);
    if (!this.tree) return;
    if (first) this.root.replaceChildren();
    const active = document.activeElement;
    const had_focus = active instanceof HTMLElement && this.root.contains(active);
    const region = active?.closest<HTMLElement>('.scorre');
    this.draw(this.tree);
    const returned = this.dialogs(active);
    const screen_changed = !first && before !== title_of(this.tree);
    if (screen_changed) this.top();
    // Who works with the keyboard or a screen reader goes on from the title of the new screen, not from the top of the document.
    // Nobody has been anywhere while the first screens come up: there the first stop of the Tab key stays the first.
    const focus_lost = had_focus ? !active.isConnected : this.acted && screen_changed && document.activeElement === document.body;
    if (focus_lost && !returned) {
      // Of a row that was scrolled away the region keeps the keyboard where it was.
      if (region?.isConnected) region.focus({ preventScroll: true });
      else this.focus_title();
    }
    this.show_current_step();
  }

  private draw(tree: ViewNode): void {
    this.rendering = true;
    render(html`${draw(tree)}`, this.root);
    this.rendering = false;
    this.regions.settle();
    this.heard.changed();
  }

  // What is folded around a field opens, before its place is asked for.
  reveal(id: number): void {
    const element = document.getElementById(dom_id(id)) ?? this.first_control(id);
    const folds = [...this.root.querySelectorAll<HTMLDetailsElement>('details:not([open])')].filter((fold) => fold.contains(element));
    for (const fold of folds) fold.open = true;
    if (folds.length) this.heard.changed();
  }

  // A jump to a field: into view, and the caret in it. A group or a table is entered at its first control.
  focus(id: number): void {
    const element = document.getElementById(dom_id(id)) ?? this.first_control(id);
    if (!element) return;
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'center' });
  }

  private first_control(id: number): HTMLElement | null {
    const box = document.getElementById(dom_id((id + 1) >>> 0))?.closest<HTMLElement>('fieldset, .tabella, .card, .vuoto');
    return box?.querySelector<HTMLElement>('input:checked, input, select, textarea, button, a') ?? box ?? null;
  }

  private on_input(event: Event): void {
    const id = address(event.target);
    if (id !== undefined && is_text(event.target)) this.heard.event(id, EventKind.input, event.target.value);
  }

  private on_change(event: Event): void {
    const target = event.target;
    const id = address(target);
    if (id === undefined) return;
    if (target instanceof HTMLInputElement && target.type === 'file') this.on_file(id, target);
    else if (target instanceof HTMLSelectElement) this.heard.event(id, EventKind.change, target.value);
    else if (is_text(target)) this.leave(id, target);
    else if (target instanceof HTMLInputElement) {
      const value = target.type === 'radio' ? target.value : target.checked ? '1' : '';
      this.flush();  // it draws the box as it was: what the click made of it has been read
      this.heard.event(id, EventKind.change, value);
    }
  }

  // The control is emptied at once, so that the same file can be chosen again: its name is the program's to show.
  private on_file(id: number, input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    const reading = this.reading = this.heard.file(id, { file, limit: Number(input.dataset['massimo'] ?? Infinity) }).finally(() => {
      if (this.reading === reading) this.reading = undefined;
    });
  }

  // What is pressed while a file is being read waits for it: the section that the file is for must still be there.
  private press(id: number): void {
    this.flush();
    const tell = (): void => this.heard.event(id, EventKind.click, '');
    if (this.reading) void this.reading.then(tell);
    else tell();
  }

  private on_leave(event: FocusEvent): void {
    const target = event.target;
    const id = address(target);
    if (id === undefined || this.rendering || !is_text(target)) return;
    if (this.reported.get(target) !== target.value) this.leave(id, target);
  }

  // Leaving a field can show an alert and move what lies below it; while the button of the mouse is down that would carry the thing
  // being clicked away from under the pointer, and the click would be lost. So it waits for the click.
  private leave(id: number, target: TextControl): void {
    const value = target.value;
    this.reported.set(target, value);
    const report = (): void => this.heard.event(id, EventKind.change, value);
    this.unpressed(report);
  }

  // At once, or after the click of the button that is down now: nothing moves under the pointer meanwhile.
  unpressed(then: () => void): void {
    if (this.pressed) this.postponed.push(then);
    else then();
  }

  private on_release(): void {
    this.pressed = false;
    setTimeout(() => this.flush());  // after the click that this release makes
  }

  private flush(): void {
    for (const report of this.postponed.splice(0)) report();
  }

  private on_click(event: Event): void {
    const element = event.target instanceof Element ? event.target : null;
    const handle = element?.closest('[data-maniglia]');
    if (handle) handle.setAttribute('aria-expanded', String(handle.getAttribute('aria-expanded') !== 'true'));
    const owner = element?.closest<HTMLElement>('button[data-n], a[data-n]');
    if (!owner) return;
    event.preventDefault();
    this.press(Number(owner.dataset['n']));
  }

  // Escape in a dialog is its secondary button: whether the dialog goes is for the program to say.
  private on_cancel(event: Event): void {
    if (!(event.target instanceof HTMLDialogElement)) return;
    event.preventDefault();
    event.target.querySelector<HTMLButtonElement>('button:not(.btn-primary)')?.click();
  }

  // A key of the application presses its button; never while something is being written.
  private on_key(event: KeyboardEvent): void {
    if (!this.tree || event.defaultPrevented || event.isComposing || event.repeat || writes(event.target)) return;
    const key = chord(event);
    const inside = this.root.querySelector('dialog[open]') ? find(this.tree, (node) => node.k === 'dialog') : this.tree;
    const node = inside && find(inside, (n) => n.shortcut === key && !n.disabled);
    if (!node) return;
    event.preventDefault();
    this.press(node.id);
  }

  // New dialogs open; when one has gone the focus goes back to what had it before. Says whether it did.
  private dialogs(active: Element | null): boolean {
    let returned = false;
    for (let last = this.openers.at(-1); last && !last.dialog.isConnected; last = this.openers.at(-1)) {
      this.openers.pop();
      const opener = document.getElementById(last.opener);
      opener?.focus({ preventScroll: true });
      returned = document.activeElement === opener;
    }
    for (const dialog of this.root.querySelectorAll<HTMLDialogElement>('dialog[data-dialogo]')) {
      if (dialog.open) continue;
      this.openers.push({ dialog, opener: active?.id ?? '' });
      dialog.showModal();
    }
    return returned;
  }

  private focus_title(): void {
    const title = this.root.querySelector<HTMLElement>('dialog [tabindex], main h1') ?? this.root.querySelector<HTMLElement>('main');
    title?.focus({ preventScroll: true });
  }

  private top(): void {
    scrollTo(0, 0);
    document.getElementById('palco')?.scrollTo(0, 0);
  }

  // Where the steps are a strip that scrolls sideways; never the page itself.
  private show_current_step(): void {
    const step = this.root.querySelector<HTMLElement>('[aria-current="step"]');
    const strip = step?.closest('ol');
    if (!step || !strip || strip.scrollWidth <= strip.clientWidth) return;
    const middle = step.getBoundingClientRect().left - strip.getBoundingClientRect().left + step.offsetWidth / 2;
    strip.scrollLeft += middle - strip.clientWidth / 2;
  }
}

// Two screens differ by their title, the first heading in main.
function title_of(tree: ViewNode): string | undefined {
  const main = tree.children?.find((child) => child.k === 'main');
  return main && find(main, (node) => node.k === 'heading')?.label;
}
