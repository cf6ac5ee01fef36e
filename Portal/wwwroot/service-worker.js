// Keeps one page, with its sheets and pictures, to show when a page cannot be fetched; nothing else is ever kept.
// The address carries the theme's fingerprint: a new look installs anew. Raise the number when the page's words change.
const shelf = 'offline-1' + location.search;
const page = '/offline';

self.addEventListener('install', event => event.waitUntil((async () => {
  // Without cookies: the kept page is a stranger's, whoever is signed in.
  const offline = await fetch(page, { credentials: 'omit', cache: 'reload' });
  if (!offline.ok) throw new Error(`${page}: ${offline.status}`);
  const parts = [...(await offline.clone().text()).matchAll(/(?:href|src)="(\/theme\/[^"]+)"/g)].map(match => match[1]);
  const kept = await caches.open(shelf);
  await kept.put(page, offline);
  await kept.addAll([...new Set(parts)]);
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== shelf) await caches.delete(name);
  // Otherwise every page would wait until this script has started.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    event.respondWith((async () => {
      try {
        // A browser may break the early request off on a busy machine: only the page's own failure means that there is no network.
        return await Promise.resolve(event.preloadResponse).catch(() => undefined) ?? await fetch(request);
      } catch {
        return await caches.match(page) ?? Response.error();
      }
    })());
  } else if (new URL(request.url).pathname.startsWith('/theme/')) {
    event.respondWith(fetch(request).catch(async () => await caches.match(request) ?? Response.error()));
  }
});
