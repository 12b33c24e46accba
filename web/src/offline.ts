// Service worker: the pages start also without network, from the copy of their last visit. Never touches the API: what the office
// answers is personal and is kept nowhere but where the program puts it.

// Written by build.mjs: every file of this build, and a name that changes with them.
declare const SHELL: { readonly name: string; readonly files: readonly string[] };

interface Waiting extends Event { waitUntil(work: Promise<unknown>): void }
interface Asked extends Event { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Worker {
  addEventListener(type: 'install' | 'activate', run: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', run: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;

async function keep(): Promise<void> {
  await (await caches.open(SHELL.name)).addAll(SHELL.files);
  await worker.skipWaiting();
}

async function forget_older(): Promise<void> {
  for (const name of await caches.keys()) if (name !== SHELL.name) await caches.delete(name);
  await worker.clients.claim();
}

// The page itself from the office, so that a new version is seen at once; the copy where the network fails.
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const copy = await caches.match('/');
    if (copy) return copy;
    throw error;
  }
}

// A name with a hash never changes its content.
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(forget_older()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && url.pathname === '/') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});
