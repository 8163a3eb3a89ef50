/** How deep a chain of causes is followed. */
const mostCauses = 5;

/**
 * A copy of what the platform, or a function of the caller's, threw: name, message, code, stack and cause, and nothing else.
 * The original may carry the request with its headers, and addresses with what was searched for. `secrets` are left out.
 */
export function toCause(thrown: unknown, secrets: readonly string[], depth = 0): Error {
  if (!(thrown instanceof Error)) return new Error(`What was thrown is no Error, but of type ${typeof thrown}.`);
  const { cause } = thrown;
  const inner = cause instanceof Error && depth < mostCauses ? toCause(cause, secrets, depth + 1) : undefined;
  const copy = new Error(toSafeText(thrown.message, secrets), inner && { cause: inner });
  copy.name = toSafeText(thrown.name, secrets);
  copy.stack = toSafeText(String(thrown.stack ?? copy), secrets);
  const code = codeOf(thrown);
  return code === undefined ? copy : Object.assign(copy, { code });
}

/** The platform's code of a failed fetch, such as `ECONNREFUSED`: Node puts it on the cause. */
export function codeOf(error: unknown): string | undefined {
  let at = error as { code?: unknown; cause?: unknown } | undefined | null;
  for (let depth = 0; at && depth <= mostCauses; depth++, at = at.cause as typeof at) {
    if (typeof at.code === "string" && /^\w{1,64}$/.test(at.code)) return at.code;
  }
  return undefined;
}

/** Characters of a secret at least: a version or a number is in many words that tell nothing of it. */
const leastLength = 6;

/** A text without secrets, in capitals or not, and without the query of any address in it. */
export function toSafeText(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= leastLength)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, secret) => rest.replace(new RegExp(secret.replace(/\W/g, "\\$&"), "gi"), "[redacted]"), String(text))
    .replace(/(https?:[^\s"'`<>?#]*)[?#][^\s"'`<>]*/gi, "$1?[redacted]");
}

/** What an address holds of the caller's: its query, and what stands for the parameters of the path's template. */
export function parametersIn(url: string, template: string): string[] {
  const { pathname, search } = new URL(url);
  const parts = pathname.split("/").reverse();
  const names = template.split("/").reverse();
  return [search.slice(1), ...parts.filter((_, index) => names[index]?.includes("{"))];
}
