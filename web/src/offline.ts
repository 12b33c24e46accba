// Service worker: the pages start also without network, from the copy of their last visit. Never touches the API: what the office
// answers is personal and is kept nowhere but where the program puts it.

// Written by build.mjs: every file of this build, and a name that changes with them.
declare const SHELL: { readonly name: string; readonly files: readonly string[] };

interface Waiting extends Event { waitUntil(work: Promise<unknown>): void }
interface Installing extends Waiting { addRoutes?(routes: readonly Route[]): Promise<void> }
interface Asked extends Event { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Told extends Event { readonly data: unknown }
interface Route { readonly condition: { readonly urlPattern: string; readonly requestMethod: 'GET'; readonly requestMode?: 'navigate' }; readonly source: { readonly cacheName: string } }
interface Worker {
  addEventListener(type: 'install', run: (event: Installing) => void): void;
  addEventListener(type: 'activate', run: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', run: (event: Asked) => void): void;
  addEventListener(type: 'message', run: (event: Told) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;

// A new version keeps its files and waits: the page at work goes on with its own until the person chooses.
async function keep(): Promise<void> {
  await (await caches.open(SHELL.name)).addAll(SHELL.files);
}

async function forget_older(): Promise<void> {
  for (const name of await caches.keys()) if (name !== SHELL.name) await caches.delete(name);
  await worker.clients.claim();
}

// The page of the version at work, with or without network: page and program always belong together.
async function page(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL.name)).match('/', { ignoreVary: true })) ?? fetch(request);
}

// A name with a hash never changes its content.
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

// Where the browser can, it takes the files from the copy by itself: a start then does not wait for this worker to wake.
function straight(event: Installing): void {
  const source = { cacheName: SHELL.name };
  void event.addRoutes?.([
    { condition: { urlPattern: '/', requestMethod: 'GET', requestMode: 'navigate' }, source },
    { condition: { urlPattern: '/assets/*', requestMethod: 'GET' }, source },
  ]).catch(() => undefined);
}

worker.addEventListener('install', (event) => {
  straight(event);
  event.waitUntil(keep());
});
worker.addEventListener('message', (event) => { if (event.data === 'subentra') void worker.skipWaiting(); });
worker.addEventListener('activate', (event) => event.waitUntil(forget_older()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && url.pathname === '/') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});
