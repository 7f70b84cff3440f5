// Keeps the empty page and what it is made of, so that it opens without network. It keeps nothing else, ever.
// VERSION and FILES stand in front of this file as it is served; the first of FILES is the page.
const KEPT = `kith-offline-${VERSION}`;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === "GET" && FILES.includes(pathname)) event.respondWith(kept(event.request));
});

// Without cookies, so that nothing in them can be about whoever is signed in.
async function keep() {
  const cache = await caches.open(KEPT);
  await cache.addAll(FILES.map((file) => new Request(file, { credentials: "omit", cache: "reload" })));
  await self.skipWaiting();
}

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("kith-offline-") && name !== KEPT).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(request) {
  const found = await caches.match(request, { cacheName: KEPT, ignoreSearch: true, ignoreVary: true });
  return found ?? fetch(request);
}
