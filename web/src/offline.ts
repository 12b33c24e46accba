// Service worker: the pages start also without network, from the copy of their last visit. Never touches the API: what the office
// answers is personal and is kept nowhere but where the program puts it.

// Written by build.mjs: every file of this build, and a name that changes with them.
declare const SHELL: { readonly name: string; readonly files: readonly string[] };

interface Waiting extends Event { waitUntil(work: Promise<unknown>): void }
interface Installing extends Waiting { addRoutes?(routes: readonly Route[]): Promise<void> }
interface Asked extends Event { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Told extends Event { readonly data: unknown; readonly source: { readonly id: string } | null }
interface Route { readonly condition: { readonly urlPattern: string; readonly requestMethod: 'GET'; readonly requestMode?: 'navigate' }; readonly source: { readonly cacheName: string } }
interface Worker {
  addEventListener(type: 'install', run: (event: Installing) => void): void;
  addEventListener(type: 'activate', run: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', run: (event: Asked) => void): void;
  addEventListener(type: 'message', run: (event: Told) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void>; matchAll(of: { readonly includeUncontrolled: boolean }): Promise<readonly { readonly id: string }[]> };
}

const worker = self as unknown as Worker;

// A new version keeps its files and waits: the page at work goes on with its own until the person chooses.
async function keep(): Promise<void> {
  await (await caches.open(SHELL.name)).addAll(SHELL.files);
}

// The page that asked this version to take over starts again with it; any other goes on with its own program, and may ask only now for
// a part of it that the office no longer has (the letters of the canvas, the screens of the office).
let chooser = '';

// What was kept before this version, and not what a still newer one is bringing in.
async function forget_older(): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  if (open.every(({ id }) => id === chooser)) {
    const names = await caches.keys();
    await Promise.all(names.slice(0, Math.max(0, names.indexOf(SHELL.name))).map((name) => caches.delete(name)));
  }
  await worker.clients.claim();
}

// The page of the version at work, with or without network: page and program always belong together.
async function page(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL.name)).match('/', { ignoreVary: true })) ?? fetch(request);
}

// A name with a hash never changes its content: whichever version kept it.
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

// Where the browser can, it takes the files from the copy by itself: a start then does not wait for this worker to wake. Only the files
// of this version: what it does not find there it would ask of the office, and never of the copy of the version before.
function straight(event: Installing): void {
  const source = { cacheName: SHELL.name };
  void event.addRoutes?.([
    { condition: { urlPattern: '/', requestMethod: 'GET', requestMode: 'navigate' }, source },
    ...SHELL.files.filter((path) => path !== '/').map((urlPattern): Route => ({ condition: { urlPattern, requestMethod: 'GET' }, source })),
  ]).catch(() => undefined);
}

worker.addEventListener('install', (event) => {
  straight(event);
  event.waitUntil(keep());
});
worker.addEventListener('message', (event) => {
  if (event.data !== 'subentra') return;
  chooser = event.source?.id ?? '';
  void worker.skipWaiting();
});
worker.addEventListener('activate', (event) => event.waitUntil(forget_older()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && url.pathname === '/') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});
