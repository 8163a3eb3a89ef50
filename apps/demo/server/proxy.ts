import { redact } from "@agent-chats/client";
import type { Operation } from "@agent-chats/schema";
import { type Answer, type Asked, Refusal } from "./answer.ts";
import type { Backend } from "./backend.ts";
import { findRoute, type Route } from "./vendors.ts";

/** Headers of a vendor that the client reads; whatever else it sends stays here. */
const passedHeaders = ["content-type", "date", "retry-after", "x-request-id"];

/** Passes a call of the page on to the backend, with the token, and its answer back, without secrets. */
export async function forward(backend: Backend, asked: Asked): Promise<Answer> {
  const route = findRoute(asked.url.pathname);
  if (!route) throw new Refusal(404, `Nothing is at ${asked.url.pathname}.`);
  const operation = route.operations.get(asked.method);
  if (!operation) {
    const allowed = [...route.operations.keys()].join(", ");
    throw new Refusal(405, `${asked.method} may not pass; ${allowed} may.`, { allow: allowed });
  }
  const body = operation.requestBody ? await readJsonBody(asked) : undefined;
  const response = await ask(backend, route, asked, body);
  return {
    status: response.status,
    headers: { ...pickHeaders(response.headers, operation), "cache-control": "no-store" },
    body: strip(await response.text(), response.ok, operation, backend.tokenOf(route.vendor.id)),
  };
}

/** A form of another site can post text, but not JSON, without being asked for leave first. */
async function readJsonBody(asked: Asked): Promise<string> {
  if (asked.contentType?.split(";")[0]?.trim().toLowerCase() === "application/json") return asked.readBody();
  throw new Refusal(415, "The body must be application/json.");
}

async function ask(
  backend: Backend,
  { vendor, path }: Route,
  asked: Asked,
  body: string | undefined,
): Promise<Response> {
  const headers = new Headers({ accept: "application/json", authorization: `Bearer ${backend.tokenOf(vendor.id)}` });
  if (body !== undefined) headers.set("content-type", "application/json");
  const address = `${backend.baseUrlOf(vendor.id)}${path}${asked.url.search}`;
  const request = new Request(address, { method: asked.method, headers, body: body ?? null, signal: asked.signal });
  try {
    return await backend.fetch(request);
  } catch (cause) {
    asked.signal.throwIfAborted();
    throw new Refusal(502, `${vendor.title} could not be reached: ${cause instanceof Error ? cause.name : "unknown"}.`);
  }
}

function pickHeaders(headers: Headers, { pagination }: Operation): Record<string, string> {
  const total = pagination?.total && "header" in pagination.total ? [pagination.total.header] : [];
  return Object.fromEntries(
    [...passedHeaders, ...total].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The body without secrets. What cannot be read cannot be searched for them either: it is left out. */
function strip(text: string, isSuccess: boolean, operation: Operation, token: string): string {
  const clean = text.replaceAll(token, "[redacted]");
  if (operation.sensitive.length === 0) return clean;
  try {
    return JSON.stringify(redact(JSON.parse(clean), operation));
  } catch {
    return isSuccess ? "" : clean;
  }
}
