import { redact } from "@agent-chats/client";
import type { Operation } from "@agent-chats/schema";
import { type Answer, type Asked, Refusal } from "./answer.ts";
import type { Backend } from "./backend.ts";
import { dropToken } from "./drop-token.ts";
import { readJsonBody } from "./json-body.ts";
import { askUpstream, type Received } from "./upstream.ts";
import { findRoute, type Route } from "./vendors.ts";

/** Headers of a vendor that the client reads, beside the type of the body; whatever else it sends stays here. */
const passedHeaders = ["date", "retry-after", "x-request-id"];

/** Passes a call of the page on to the backend, with the token, and its answer back, without secrets. */
export async function forward(backend: Backend, asked: Asked): Promise<Answer> {
  const route = findRoute(asked.url.pathname);
  if (!route || !backend.info.vendors.some(({ id }) => id === route.vendor.id)) {
    throw new Refusal(404, `Nothing is at ${asked.url.pathname}.`);
  }
  const operation = route.operations.get(asked.method);
  if (!operation) {
    const allowed = [...route.operations.keys()].join(", ");
    throw new Refusal(405, `${asked.method} may not pass; ${allowed} may.`, { allow: allowed });
  }
  const body = operation.requestBody ? await readJsonBody(asked) : undefined;
  const { status, headers, text } = await ask(backend, route, asked, body);
  const token = backend.tokenOf(route.vendor.id);
  const type = toType(headers.get("content-type"));
  return {
    status,
    headers: { ...pickHeaders(headers, operation, token), "content-type": type, "cache-control": "no-store" },
    body: strip(text, status < 300, operation, token),
  };
}

function ask(backend: Backend, { vendor, path }: Route, asked: Asked, body: string | undefined): Promise<Received> {
  const headers = new Headers({ accept: "application/json", authorization: `Bearer ${backend.tokenOf(vendor.id)}` });
  if (body !== undefined) headers.set("content-type", "application/json");
  const url = `${backend.baseUrlOf(vendor.id)}${path}${asked.url.search}`;
  const { method, signal } = asked;
  const init = { method, headers, body: body ?? null };
  return askUpstream((request) => backend.fetch(request), { url, init, title: vendor.title, signal }, backend.limits);
}

/** JSON or plain text, which a browser neither draws nor runs. The text is UTF-8, whatever the vendor's was. */
function toType(type: string | null): string {
  const isJson = /^(application|text)\/([^;]+\+)?json *(;|$)/i.test(type ?? "");
  return `${isJson ? "application/json" : "text/plain"}; charset=utf-8`;
}

function pickHeaders(headers: Headers, { pagination }: Operation, token: string): Record<string, string> {
  const total = pagination?.total && "header" in pagination.total ? [pagination.total.header] : [];
  return Object.fromEntries(
    [...passedHeaders, ...total].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, dropToken(value, token)]];
    }),
  );
}

/**
 * The body without secrets. What cannot be read cannot be searched for them either: it is left out. JSON is written anew, as
 * it can spell each letter of a token in several ways.
 */
function strip(text: string, isSuccess: boolean, operation: Operation, token: string): string {
  try {
    return dropToken(JSON.stringify(redact(JSON.parse(text), operation)), token);
  } catch {
    return isSuccess && operation.sensitive.length > 0 ? "" : dropToken(text, token);
  }
}
