// Which face is shown: what the person asked for, where the browser can show it.
import type { Face } from './program.js';

const key = 'omnia.faccia';

function remembered(): Face | undefined {
  try {
    const value = localStorage.getItem(key);
    return value === 'html' || value === 'canvas' ? value : undefined;
  } catch {
    return undefined;  // storage refused by the browser's settings
  }
}

function has_webgl2(): boolean {
  return typeof WebGL2RenderingContext !== 'undefined';
}

const wide = matchMedia('(min-width: 1024px)');
const forced_colors = matchMedia('(forced-colors: active)');
const fine_pointer = matchMedia('(pointer: fine)');
// Who has set larger letters in the browser is shown the face that follows them.
const usual_letters = parseFloat(getComputedStyle(document.documentElement).fontSize) <= 16;

export class FaceChoice {
  wanted: Face = remembered() ?? (has_webgl2() && fine_pointer.matches && wide.matches && usual_letters ? 'canvas' : 'html');
  canvas_active = false;   // the canvas draws and, once it has drawn, is shown
  shown: Face = 'html';
  private ready = false;  // the canvas has drawn since it became active
  private printing = false;

  constructor(private readonly changed: () => void) {
    for (const query of [wide, forced_colors]) query.addEventListener('change', () => this.update());
    addEventListener('beforeprint', () => { this.printing = true; this.update(); });
    addEventListener('afterprint', () => { this.printing = false; this.update(); });
  }

  want(face: Face): void {
    this.wanted = face;
    try {
      localStorage.setItem(key, face);
    } catch {
      // The choice then lasts as long as the page.
    }
    this.update();
  }

  drawn(ready: boolean): void {
    this.ready = ready;
    this.update();
  }

  // The media queries are asked here only: in Chromium a query that is asked between its change and its event fires no event.
  update(): void {
    this.canvas_active = this.wanted === 'canvas' && has_webgl2() && wide.matches && !forced_colors.matches && !this.printing;
    if (!this.canvas_active) this.ready = false;
    this.shown = this.canvas_active && this.ready ? 'canvas' : 'html';
    document.body.classList.toggle('html', this.shown === 'html');
    document.body.classList.toggle('canvas', this.shown === 'canvas');
    this.changed();
  }
}
