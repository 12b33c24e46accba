// Starts the program and ties it to the page: patches in, events out. It is itself loaded after the first paint (start.ts).
import { rest_caret } from './caret.js';
import { today_in_rome, watch_day } from './day.js';
import { Effects } from './effects.js';
import { FaceChoice } from './face.js';
import { Page, type ChosenFile } from './page.js';
import { EventKind, Program, type Effect } from './program.js';
import { preferences, remember, show_theme } from './preferences.js';
import { Stage } from './stage.js';
import { find, type Patch, type ViewNode } from './tree.js';

// Addresses with the hash of their content, written by build.mjs.
declare const ASSETS: { readonly module: string; readonly wasm: string; readonly fonts: readonly string[] };

const root = document.getElementById('omnia') as HTMLElement;
let program: Program | undefined;
let stage: Promise<Stage | undefined> | undefined;  // asked for once
let started: Stage | undefined;

const page = new Page(root, {
  event: (id, kind, text) => program?.event(id, kind, text),
  file: read_file,
  changed: () => started?.request(),
});
const effects = new Effects((answer) => program?.answer(answer), (id) => program?.draft_text(id) ?? '');
const faces = new FaceChoice(on_face);

function on_face(): void {
  // Without its letters the canvas is not shown: the page stays as it is, and they are asked for again at the next choice.
  if (faces.canvas_active && program) stage ??= start_canvas(program).catch(() => stage = undefined);
  started?.activate(faces.canvas_active);
}

function on_patch(patch: Patch): void {
  page.patch(patch);
  if (program) void bring_figures(program, ...('tree' in patch ? [patch.tree] : patch.nodes));
}

function on_effect(effect: Effect): void {
  switch (effect.tipo) {
    case 'faccia': faces.want(effect.faccia); break;
    case 'preferenza': remember(effect.nome, effect.valore); show_theme(); started?.theme_changed(); break;
    // After the patch of this same event, and after the frame that gives the field its place.
    case 'fuoco': queueMicrotask(() => {
      page.reveal(effect.id);
      const before = document.activeElement;
      // Who has gone to another field while the frame was long in coming stays there.
      const jump = (): void => {
        const now = document.activeElement;
        if (now === before || now === document.body) page.focus(effect.id);
      };
      if (started) started.settled(jump);
      else jump();
    }); break;
    default: effects.run(effect);
  }
}

const figures_font = 2;
let figures: 'wanted' | 'asked' | 'here' = 'wanted';

async function font_bytes(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

// The font of figures comes with the first figure, as in the HTML face: the first screen has none. Until it is here, and if it
// does not come, the canvas writes figures with the letters of the text.
async function bring_figures(running: Program, ...shown: readonly ViewNode[]): Promise<void> {
  const url = ASSETS.fonts[figures_font];
  if (!started || figures !== 'wanted' || !url || !shown.some((node) => find(node, (n) => n.numeric === true))) return;
  figures = 'asked';
  try {
    running.font(figures_font, await font_bytes(url));
    figures = 'here';
    started.request();
  } catch {
    figures = 'wanted';
  }
}

async function start_canvas(running: Program): Promise<Stage | undefined> {
  const letters = await Promise.all(ASSETS.fonts.slice(0, figures_font).map(font_bytes));
  letters.forEach((bytes, which) => running.font(which, bytes));
  const canvas = new Stage(running, root, () => page.unpressed(() => faces.drawn(true)), () => faces.drawn(false));
  if (!canvas.start()) return undefined;
  started = canvas;
  started.activate(faces.canvas_active);
  if (page.tree) void bring_figures(running, page.tree);
  return canvas;
}

// Of a file over its field's limit only the size is told, and one that the browser cannot read is as good as empty: the program says
// what is wrong with it.
async function read_file(id: number, chosen: ChosenFile): Promise<void> {
  const { file, limit } = chosen;
  if (file.size > limit) return program?.file(id, file.name, file.type, file.size, new Uint8Array());
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));
  program?.file(id, file.name, file.type, bytes.length, bytes);
}

function seed(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16).padStart(8, '0')).join('');
}

// In the address only until it is read, so that a reload does not say it again.
function login_failure(): string {
  const reason = new URLSearchParams(location.search).get('accesso') ?? '';
  if (reason) history.replaceState(null, '', location.pathname);
  return reason;
}

async function start(): Promise<void> {
  show_theme();
  faces.update();
  rest_caret();
  program = await Program.load(ASSETS.module, ASSETS.wasm, { patch: on_patch, effect: on_effect });
  program.start(today_in_rome(), faces.canvas_active ? 'canvas' : 'html', seed(), preferences(), effects.shared, login_failure());
  watch_day((oggi) => program?.answer({ tipo: 'giorno', oggi }));
  requestAnimationFrame(() => setTimeout(() => faces.update()));
  effects.watch_version();
}

// Counters for the tests.
Object.defineProperty(window, '__omnia', {
  value: {
    get frames() { return started?.frames ?? 0; },
    get patches() { return page.patches; },
    get tree() { return page.tree; },
    get rects() { return started?.shown ?? []; },
    get face() { return faces.shown; },
    get figures() { return figures; },
    get heap() { return program?.heap ?? 0; },
    get memory() { return program?.memory ?? 0; },
    review: (request: string) => program?.review(request),
  },
});

// First stops of the Tab key. The program knows the face by the link of its own header, so that link is what is pressed.
document.getElementById('accessibile')?.addEventListener('click', () => {
  const link = page.tree?.children?.find((child) => child.k === 'header')?.children?.find((child) => child.k === 'link');
  if (link && faces.wanted === 'canvas') program?.event(link.id, EventKind.click, '');
  document.getElementById('contenuto')?.focus();
});
document.getElementById('salta')?.addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('contenuto')?.focus();
});

start().catch((error: unknown) => {
  document.getElementById('avvio')?.setAttribute('data-guasto', '');
  throw error;
});
