// Locks what lies on a tablet and opens it again: AES-GCM, under a key made from a PIN or under one of Kith's own.
// A PIN and a key made from it live in this page's memory and nowhere else.

export const ROUNDS = 1_000_000; // of PBKDF2: a guess at a PIN takes as long as a knock at a door
const SALT = 16;
const NONCE = 12;
const text = new TextEncoder();

export function canLock() {
  return Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle && globalThis.indexedDB && navigator.serviceWorker);
}

export const newSalt = () => crypto.getRandomValues(new Uint8Array(SALT));

export async function keyFromPin(pin, salt, rounds) {
  const words = text.encode(pin.trim().normalize("NFKC"));
  const plain = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, plain, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export function keyFromText(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export async function lock(value, key, boundTo) {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const data = await crypto.subtle.encrypt(how(nonce, boundTo), key, text.encode(JSON.stringify(value)));
  return { nonce, data };
}

export async function unlock({ nonce, data }, key, boundTo) {
  const bytes = await crypto.subtle.decrypt(how(nonce, boundTo), key, data);
  return JSON.parse(new TextDecoder().decode(bytes));
}

const how = (nonce, boundTo) => ({ name: "AES-GCM", iv: nonce, additionalData: text.encode(boundTo) });
