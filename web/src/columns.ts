// Widths of the columns that a person has changed, for as long as the page lives. One column gives what its neighbour takes.
import type { ViewNode } from './tree.js';

const least = 4;  // characters
const widths = new Map<number, number>();  // by header

// In characters.
export function width_of(header: ViewNode): number {
  return widths.get(header.id) ?? header.max ?? 0;
}

export function column_widths(): Iterable<[number, number]> {
  return widths;
}

const grip_of = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-presa]') : null);

function neighbour(grip: HTMLElement): HTMLElement | null {
  const cell = grip.closest('th');
  return cell?.nextElementSibling?.querySelector<HTMLElement>('[data-presa]') ?? null;
}

const current = (grip: HTMLElement): number => Number(grip.getAttribute('aria-valuenow'));

function move(grip: HTMLElement, wanted: number): void {
  const id = Number(grip.dataset['presa']);
  const other = neighbour(grip);
  const both = current(grip) + (other ? current(other) : 0);
  const width = Math.max(least, other ? Math.min(wanted, both - least) : wanted);
  widths.set(id, width);
  if (other) widths.set(Number(other.dataset['presa']), both - width);
}

export function hear_grips(root: HTMLElement, changed: () => void): void {
  let dragged: { grip: HTMLElement; from: number; start: number; scale: number } | undefined;
  root.addEventListener('pointerdown', (event) => {
    const grip = grip_of(event.target);
    if (!grip) return;
    const all = [...(grip.closest('tr')?.querySelectorAll<HTMLElement>('[data-presa]') ?? [])].reduce((sum, one) => sum + current(one), 12);
    dragged = { grip, from: event.clientX, start: current(grip), scale: all / (grip.closest<HTMLElement>('.scorre')?.clientWidth ?? 1) };
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  root.addEventListener('pointermove', (event) => {
    if (!dragged) return;
    move(dragged.grip, Math.round(dragged.start + (event.clientX - dragged.from) * dragged.scale));
    changed();
  });
  for (const end of ['pointerup', 'pointercancel'] as const) root.addEventListener(end, () => { dragged = undefined; });
  root.addEventListener('keydown', (event) => {
    const grip = grip_of(event.target);
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (!grip || !step) return;
    event.preventDefault();
    move(grip, current(grip) + step);
    changed();
  });
}
