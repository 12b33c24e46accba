// A table of fields moves like a spreadsheet: arrows and Enter between its cells, Ctrl+D fills down, a block pasted from a spreadsheet
// goes to the program whole. On the real elements, so the same in both faces.
import { EventKind, type EventKindNumber } from './program.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const controls = 'input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

function control_of(target: EventTarget | null): Control | undefined {
  const element = target instanceof Element && target.closest('[data-griglia]') ? target : null;
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? element : undefined;
}

function cell_of(control: Control): HTMLTableCellElement | null {
  return control.closest<HTMLTableCellElement>('td, th');
}

// Left and Right leave a text only from its ends.
function at_end(control: Control, step: number): boolean {
  if (!(control instanceof HTMLInputElement) || control.selectionStart === null) return !(control instanceof HTMLTextAreaElement);
  const all = control.selectionStart === 0 && control.selectionEnd === control.value.length;
  return all || (control.selectionStart === control.selectionEnd && control.selectionStart === (step < 0 ? 0 : control.value.length));
}

function go(to: Control | null | undefined): boolean {
  if (!to) return false;
  to.focus();
  if (to instanceof HTMLInputElement && to.type === 'text') to.select();
  return true;
}

// The nearest row in that direction with a control in the same column.
function beside_row(control: Control, step: number): Control | null {
  const cell = cell_of(control);
  const rows = [...(control.closest('table')?.rows ?? [])];
  const here = cell?.parentElement instanceof HTMLTableRowElement ? rows.indexOf(cell.parentElement) : -1;
  if (!cell || here < 0) return null;
  for (let at = here + step; at >= 0 && at < rows.length; at += step) {
    const found = rows[at]?.cells[cell.cellIndex]?.querySelector<Control>(controls);
    if (found) return found;
  }
  return null;
}

function beside_column(control: Control, step: number): Control | null {
  const row = [...(control.closest('tr')?.querySelectorAll<Control>(controls) ?? [])];
  return row[row.indexOf(control) + step] ?? null;
}

// Whether the key was one that moves.
function move(control: Control, event: KeyboardEvent): boolean {
  const select = control instanceof HTMLSelectElement;
  switch (event.key) {
    case 'ArrowUp': return !select && go(beside_row(control, -1));
    case 'ArrowDown': return !select && go(beside_row(control, 1));
    case 'Enter': return go(beside_row(control, event.shiftKey ? -1 : 1));
    case 'ArrowLeft': return !event.shiftKey && at_end(control, -1) && go(beside_column(control, -1));
    case 'ArrowRight': return !event.shiftKey && at_end(control, 1) && go(beside_column(control, 1));
    default: return false;
  }
}

export function hear_grids(root: HTMLElement, send: (id: number, kind: EventKindNumber, text: string) => void): void {
  root.addEventListener('keydown', (event) => {
    const control = control_of(event.target);
    if (!control || event.isComposing || event.altKey) return;
    const fill = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd';
    if (fill) send(Number(control.dataset['n']), EventKind.fill_down, '');
    if (fill || (!event.ctrlKey && !event.metaKey && move(control, event))) event.preventDefault();
  });
  root.addEventListener('paste', (event) => {
    const control = control_of(event.target);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!control || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
    event.preventDefault();
    send(Number(control.dataset['n']), EventKind.paste, text);
  });
}
