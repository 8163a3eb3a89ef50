import { Problem } from "./problem.ts";

/** Whether a text can be a bearer token, so that a header can carry it and the emulator can be opened with it. */
export function isToken(text: unknown): text is string {
  return typeof text === "string" && /^[\x21-\x7e]+$/.test(text);
}

/** Throws 401 unless the request carries the bearer token. The scheme is case-insensitive, as HTTP has it. */
export function authorize(headers: Headers, token: string): void {
  const [, scheme = "", credentials = ""] = /^(\S+) +(\S+)$/.exec(headers.get("authorization") ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer" && credentials === token) return;
  throw new Problem(401, "The token is missing or not valid");
}
