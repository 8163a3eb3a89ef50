import { redact } from "@agent-chats/client";
import type { Exchange } from "../exchange.ts";
import { operationOf } from "../match.ts";
import type { Session } from "../session.ts";
import { token } from "../session.ts";
import { vendors } from "../vendors.ts";

/** What stands where a secret stood. */
const mark = "[redacted]";

/** An exchange that may be shown: no token, and nothing that the spec calls a secret. */
export interface ShownExchange {
  readonly method: string;
  /** Path and query, from the root of the API. */
  readonly target: string;
  readonly operation: string | undefined;
  readonly status: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly responseBody: string;
}

/** Takes the secrets out of an exchange of a session. */
export function withoutSecrets({ spec, url: root }: Pick<Session, "spec" | "url">, exchange: Exchange): ShownExchange {
  const { method, url, headers, body = "", status, answerHeaders, answer = "" } = exchange;
  const target = url.slice(root.length);
  const operation = operationOf(spec, { method, url: `http://root.example${target}` })?.id;
  return {
    method,
    target: withoutToken(target),
    operation,
    status,
    requestHeaders: withoutTokens({ ...headers, ...(headers.authorization && { authorization: mark }) }),
    responseHeaders: withoutTokens(Object.fromEntries(answerHeaders)),
    requestBody: withoutToken(body),
    responseBody: withoutToken(redactBody(spec.vendor, operation, answer)),
  };
}

function redactBody(vendor: Session["spec"]["vendor"], operation: string | undefined, text: string): string {
  const known = operation === undefined ? undefined : vendors[vendor].operations[operation];
  // What is broken on purpose is not shaped as the spec says, and its secrets may be anywhere.
  if (!known || known.sensitive.length === 0) return text;
  try {
    return JSON.stringify(redact(JSON.parse(text), known));
  } catch {
    return text;
  }
}

function withoutTokens(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, withoutToken(value)]));
}

function withoutToken(text: string): string {
  return text.replaceAll(token, mark);
}
