async () => {
  const letters = (data) => Array.from(new Uint8Array(data), (one) => String.fromCharCode(one)).join("");
  const plain = (value) => {
    if (value instanceof ArrayBuffer) return letters(value);
    if (ArrayBuffer.isView(value)) return letters(value.buffer);
    if (value && typeof value === "object") return Object.entries(value).map(([name, one]) => `${name}=${plain(one)}`).join(";");
    return String(value);
  };
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const kept = {};
  for (const { name } of await indexedDB.databases()) {
    const base = await asked(indexedDB.open(name));
    for (const store of base.objectStoreNames) {
      kept[store] = (await asked(base.transaction(store).objectStore(store).getAll())).map(plain);
    }
    base.close();
  }
  const cached = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      cached[request.url] = letters(await (await cache.match(request, { ignoreVary: true })).arrayBuffer());
    }
  }
  return { kept, cached, plain: JSON.stringify([localStorage, sessionStorage, document.cookie]) };
}
