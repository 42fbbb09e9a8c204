// Passkeys: a form with data-passkey is shown where the browser has them, and asks for one when it
// is sent. "create" makes one, "get" uses one; the options stand in data-options, or are fetched.
const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** The options as the browser takes them: bytes where JSON has text. */
const read = ({ publicKey }) => {
  const options = { ...publicKey, challenge: decode(publicKey.challenge) };
  if (options.user) options.user = { ...options.user, id: decode(options.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    options[list] = options[list]?.map((key) => ({ ...key, id: decode(key.id) }));
  }
  return options;
};

/** A passkey that logs in by itself knows its owner, and asks who holds it. */
const alone = (options) => ({
  ...options,
  authenticatorSelection: {
    ...options.authenticatorSelection,
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  },
});

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

/** What the browser answers, as JSON. */
const write = (credential) => {
  const { id, type, rawId, response } = credential;
  const parts = PARTS.filter((part) => response[part]).map((part) => [part, encode(response[part])]);
  const answer = Object.fromEntries(parts);
  if (response.getTransports) answer.transports = response.getTransports();
  return JSON.stringify({
    id,
    type,
    rawId: encode(rawId),
    response: answer,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
};

const optionsOf = async (form) => {
  if (form.dataset.options) return read(JSON.parse(form.dataset.options));
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return read((await answer.json()).request_options);
};

const ask = async (form) => {
  const publicKey = await optionsOf(form);
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: alone(publicKey) })
    : navigator.credentials.get({ publicKey });
};

const TROUBLE = {
  InvalidStateError: "This device holds a passkey for your account already.",
  SecurityError: "Passkeys do not work at this address.",
};

const bind = (form) => {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const status = form.querySelector("[data-passkey-status]");
    const button = form.querySelector("button");
    status.textContent = "";
    button.disabled = true;
    try {
      form.elements.credential.value = write(await ask(form));
      form.submit();
    } catch (error) {
      button.disabled = false;
      status.textContent = TROUBLE[error.name] ?? "That did not work. Try it once more.";
    }
  });
};

if (window.PublicKeyCredential) {
  document.querySelectorAll("form[data-passkey]").forEach(bind);
  for (const note of document.querySelectorAll("[data-passkey-missing]")) note.hidden = true;
}
