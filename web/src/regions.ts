// Tables that scroll in a region of their own. The page has only the rows about the visible ones; the region is as long as all of them,
// and asks the program for others before they come into sight.
import { EventKind, type EventKindNumber } from './program.js';

function number(region: HTMLElement, name: string): number {
  return Number(region.dataset[name] ?? 0);
}

const canvas_row = 44;  // faces/imgui/layout_scroll.cpp

// Where not all of a table fits its rows become cards, so that what is done on a row is never out of sight, up to the place that a
// window of 1280 px has; a grid of figures and a table of many rows only where there is hardly a place. Cards stay cards until the
// place changes: what is filtered does not change the look.
function fit(table: HTMLElement): void {
  const width = table.clientWidth;
  const place = String(width);
  if (table.dataset['posto'] !== place) table.classList.remove('schede');
  table.dataset['posto'] = place;
  const many = table.classList.contains('scorre');
  const wider = !many && table.scrollWidth > width;
  const least = many ? 544 : table.querySelector('[data-griglia]') ? 720 : 1220;
  if (width > 0 && (width < 544 || (wider && width < least))) table.classList.add('schede');
  if (many) return;
  // What is still wider is scrolled with the keyboard too; what fits is no stop for the Tab key.
  if (wider && !table.classList.contains('schede')) table.tabIndex = 0;
  else table.removeAttribute('tabindex');
}

interface Measures { readonly row: number; readonly head: number; readonly rows: number }

export class Regions {
  private readonly orders = new Map<string, string>();  // what each region's rows depended on when it was last seen
  private readonly shown = new Map<string, number>();   // its first row here, as it was last seen or asked for

  constructor(private readonly root: HTMLElement, private readonly send: (id: number, kind: EventKindNumber, text: string) => void,
    private readonly scrolled: () => void) {
    root.addEventListener('scroll', (event) => this.on_scroll(event.target), { capture: true, passive: true });
    new ResizeObserver(() => this.settle()).observe(root);
  }

  // After a render: the bodies without rows get the height of the rows that are not here.
  settle(): void {
    for (const table of this.root.querySelectorAll<HTMLElement>('.tabella')) fit(table);
    for (const region of this.root.querySelectorAll<HTMLElement>('.scorre')) {
      const order = region.dataset['ordine'] ?? '';
      if ((this.orders.get(region.id) ?? order) !== order) region.scrollTop = 0;
      this.orders.set(region.id, order);
      const { row, rows } = this.measure(region);
      const first = number(region, 'prima');
      const [before, after] = region.querySelectorAll<HTMLElement>('.spazio td');
      const lengths = [first, number(region, 'totale') - first - rows];
      [before, after].forEach((cell, i) => {
        const height = `${Math.max(0, (lengths[i] ?? 0) * row)}px`;
        if (cell && cell.style.height !== height) cell.style.height = height;
      });
      // The program shows another part than the one in sight: it wants that part to be seen.
      const moved = (this.shown.get(region.id) ?? first) !== first;
      this.shown.set(region.id, first);
      const top = Math.floor(region.scrollTop / row);
      if (moved && (top < first || top >= first + rows)) region.scrollTop = first * row;
      else this.ask(region);  // rows that have another height now may bring others into sight
    }
  }

  private on_scroll(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || !target.classList.contains('scorre')) return;
    this.ask(target);
    this.scrolled();
  }

  private ask(region: HTMLElement): void {
    const { row, head, rows } = this.measure(region);
    const total = number(region, 'totale');
    const first = number(region, 'prima');
    const top = Math.floor(region.scrollTop / row);
    const seen = Math.ceil((region.clientHeight - head) / row) + 1;
    const spare = Math.max(0, Math.floor((rows - seen) / 2));
    const near = Math.floor(spare / 2);
    const short_above = first > 0 && top < first + near;
    const short_below = first + rows < total && top + seen > first + rows - near;
    if (!short_above && !short_below) return;
    const wanted = Math.max(0, Math.min(top - spare, total - rows));
    this.shown.set(region.id, wanted);
    if (wanted !== first) this.send(number(region, 'n'), EventKind.scroll, String(wanted));
  }

  // On a phone the rows are blocks with a space between. On the canvas, which draws them all of one height, they have none of their own.
  private measure(region: HTMLElement): Measures {
    const lines = region.querySelectorAll<HTMLElement>('.righe > tr');
    const head = region.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    if (document.body.classList.contains('canvas')) return { row: canvas_row, head, rows: lines.length };
    const places = [...lines].slice(0, 2).map((line) => line.getBoundingClientRect());
    const step = places.length > 1 ? (places[1]?.top ?? 0) - (places[0]?.top ?? 0) : (places[0]?.height ?? 0);
    return { row: step > 0 ? step : canvas_row, head, rows: lines.length };
  }
}
