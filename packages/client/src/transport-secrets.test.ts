import { expect, test } from "vitest";
import { outcome, type Respond, serve, useOwnTime } from "../test/calls.ts";
import { createCotool } from "./cotool/index.ts";

useOwnTime();

const options = { token: "Planted-token", headers: { "x-key": "planted-header" }, retry: false } as const;
const agentId = "5ec2e700-aaaa-4bbb-8ccc-00d1e9a7ed00";

/** What a call comes to that is answered so. */
async function errorOf(answer: Respond) {
  return outcome(serve([answer], options).cargo.chats.list({ name: "Q4 (planted) 'name'" }).toArray());
}

/** All of a request, as a gateway or a debugging fetch repeats it. */
const told = ({ url, headers }: Request) => {
  const { pathname, search } = new URL(url);
  return `${headers.get("authorization")} ${headers.get("x-key")} ${url} GET ${pathname}${search}`;
};
const kept =
  "Bearer [redacted] [redacted] https://api.getcargo.io/v1/ai/chats/list?[redacted] GET /v1/ai/chats/list?[redacted]";

test("what the vendor calls a request by repeats nothing of it", async () => {
  const failed = (request: Request) => new Response("", { status: 500, headers: { "x-request-id": told(request) } });
  expect(await errorOf(failed)).toMatchObject({ kind: "http", requestId: kept });
  const empty = (request: Request) => new Response("", { headers: { "request-id": told(request) } });
  expect(await errorOf(empty)).toMatchObject({ kind: "unexpected-response", requestId: kept });
});

test("a media type repeats nothing of the request", async () => {
  const typed = (type: (request: Request) => string) => (request: Request) =>
    new Response("", { headers: { "content-type": type(request) } });
  const token = (request: Request) => `text/${request.headers.get("authorization")?.slice(7)}`;
  expect(await errorOf(typed(token))).toMatchObject({ kind: "unexpected-response", contentType: undefined });
  expect(await errorOf(typed(() => "text/x+y; a=b"))).toMatchObject({ contentType: "text/x+y" });
});

test("where a redirect leads to repeats nothing of the request, in small letters neither", async () => {
  const headers = { location: `https://${options.token}.example/` };
  const error = await errorOf(() => new Response(null, { status: 307, headers }));
  expect(error).toMatchObject({ kind: "http", status: 307 });
  expect(String(error)).toContain("another origin, https://[redacted].example, where the token must not go");
});

test("what a function given as fetch throws is told without parameters, with an address or without one", async () => {
  const error = await errorOf((request) => Promise.reject(new TypeError(`no handler for ${told(request)}`)));
  expect(error).toMatchObject({ kind: "connection", cause: { message: `no handler for ${kept}` } });
});

test("what a function given as fetch throws is told without the parameters of the path", async () => {
  const refuse = async ({ url }: Request) => Promise.reject(new TypeError(`no handler for ${new URL(url).pathname}`));
  const cotool = createCotool({ ...options, fetch: refuse });
  const error = await outcome(cotool.chats.list({ agentId }).toArray());
  expect(error).toMatchObject({ cause: { message: "no handler for /api/agents/[redacted]/chats" } });
});
