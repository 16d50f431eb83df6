// Shows the kiosk without a network: what was seen last is shown again. Answers are kept by the page itself.
const STORE = "upturn-kiosk-1";
const PAGE = new URL(self.registration.scope).pathname;
const PARTS = ["/assets/kiosk.js", "/assets/kiosk.css", "/assets/mark.svg"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(STORE).then((store) => store.addAll([PAGE, ...PARTS])).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.pathname === PAGE || PARTS.includes(url.pathname);
  if (event.request.method !== "GET" || url.origin !== location.origin || !ours) return;
  event.respondWith(caches.open(STORE).then((store) => fetch(event.request)
    .then((reply) => {
      if (reply.ok) store.put(event.request, reply.clone());
      return reply;
    })
    .catch(async () => (await store.match(event.request)) || (await store.match(PAGE)) || Response.error())));
});
