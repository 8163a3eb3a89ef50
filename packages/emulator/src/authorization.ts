import { Problem } from "./problem.ts";

/** Throws 401 unless the request carries the bearer token. The scheme is case-insensitive, as HTTP has it. */
export function authorize(headers: Headers, token: string): void {
  const [, scheme = "", credentials = ""] = /^(\S+) +(\S+)$/.exec(headers.get("authorization") ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer" && credentials === token) return;
  throw new Problem(401, "The token is missing or not valid");
}
