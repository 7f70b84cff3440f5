// Lets the browser answer a form with a passkey. A form shows itself only where the browser can.
const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const decode = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

// The server writes bytes as text; the browser wants them as bytes.
function readable({ publicKey }) {
  const ids = (list) => (list || []).map((one) => ({ ...one, id: decode(one.id) }));
  const read = { ...publicKey, challenge: decode(publicKey.challenge) };
  if (publicKey.user) read.user = { ...publicKey.user, id: decode(publicKey.user.id) };
  if (publicKey.excludeCredentials) read.excludeCredentials = ids(publicKey.excludeCredentials);
  if (publicKey.allowCredentials) read.allowCredentials = ids(publicKey.allowCredentials);
  return { publicKey: read };
}

// And back again.
function written(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = encode(credential.response[part]);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.optionsUrl, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}

async function answer(form) {
  const says = form.querySelector("[data-passkey-says]");
  says.hidden = true;
  try {
    const options = readable(await optionsOf(form));
    form.elements.credential.value = written(await navigator.credentials[form.dataset.passkey](options));
    form.submit();
  } catch {
    says.hidden = false;
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer(form);
    });
  }
}
