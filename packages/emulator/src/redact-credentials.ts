/** What stands where a credential stood. */
const mark = "[redacted]";

/** Names of parameters that hold credentials in APIs at large; no vendor has one such. */
const telling = /token|key|secret|passw|auth|signature|session|credential/i;

/**
 * A path with its raw query, without credentials: the emulator's token and what the request sent to authorise itself,
 * wherever they stand, and the values of parameters whose names tell that they are secret. Else letter by letter.
 */
export function redactCredentials(target: string, token: string, headers: Headers): string {
  const sent = headers.get("authorization")?.split(" ") ?? [];
  const secrets = [token, sent.at(-1) ?? ""].filter((secret) => secret !== "");
  return secrets
    .reduce((text, secret) => drop(text, secret), target)
    .replace(/([?&])([^=&]*)=([^&]*)/g, (pair, separator: string, name: string) =>
      telling.test(decode(name)) ? `${separator}${name}=${mark}` : pair,
    );
}

/** A long secret is one in any company; a short one may be a part of any word, and is one where it stands alone. */
function drop(target: string, secret: string): string {
  const forms = [secret, encodeURIComponent(secret)];
  const isLong = secret.length >= 8;
  const text = isLong ? forms.reduce((rest, form) => rest.replaceAll(form, mark), target) : target;
  // Any letter can be written as %XX.
  const holds = (part: string) => (isLong ? decode(part).includes(secret) : decode(part) === secret);
  return text.replace(/[^/?&=]+/g, (part) => (holds(part) ? mark : part));
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
