// What lies on this tablet. "held": one row for each picture, locked, with its times and where it is sent from.
// "waiting": what was drawn and not sent yet, in order, each act locked by itself.

const NAME = "kith-offline";
const CLOCK_SET_BACK = 3_600_000; // ms: a tablet that is an hour before the moment of taking has a wrong clock

function database() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("held", { keyPath: "ref" });
      asked.result.createObjectStore("waiting", { keyPath: "place", autoIncrement: true }).createIndex("ref", "ref");
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

async function ask(mode, work) {
  const base = await database();
  try {
    return await new Promise((done, failed) => {
      const deed = base.transaction(["held", "waiting"], mode, { durability: "strict" });
      const asked = work(deed.objectStore("held"), deed.objectStore("waiting"));
      deed.oncomplete = () => done(asked?.result);
      deed.onerror = deed.onabort = () => failed(deed.error);
    });
  } finally {
    base.close();
  }
}

export const allHeld = () => ask("readonly", (held) => held.getAll());
export const hold = (one) => ask("readwrite", (held) => held.put(one));
export const waiting = (ref) => ask("readonly", (_, queue) => queue.index("ref").getAll(ref));
export const wait = (ref, locked) => ask("readwrite", (_, queue) => queue.add({ ref, ...locked }));
export const forget = (places) => ask("readwrite", (_, queue) => void places.forEach((place) => queue.delete(place)));

export async function letGo(ref) {
  const places = (await waiting(ref)).map((row) => row.place);
  await forget(places);
  await ask("readwrite", (held) => held.delete(ref));
}

// Nobody reads it on this tablet any more; what was not sent stays, and opens only where it is sent from.
export const close = (one) => hold({ ...one, locked: null, salt: null });

export const isOver = (one, now) => now >= one.until || now < one.from - CLOCK_SET_BACK;

export async function closeWhatIsOver(now) {
  for (const one of (await allHeld()).filter((each) => isOver(each, now))) {
    if ((await waiting(one.ref)).length === 0) await letGo(one.ref);
    else if (one.locked) await close(one);
  }
}
