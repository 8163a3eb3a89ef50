import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createCargo } from "./cargo/index.ts";
import { createCotool } from "./cotool/index.ts";
import { InvalidRequestError } from "./errors.ts";

const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";
const token = "planted-token";

/** A client of Cotool whose server always gives this, and that asks once. */
const cotoolWith = (respond: (request: Request) => Response | Promise<Response>) =>
  createCotool({ token, fetch: async (request) => respond(request), retry: false });

/** The error of listing through such a client. */
async function failureOf(respond: (request: Request) => Response | Promise<Response>): Promise<unknown> {
  return cotoolWith(respond)
    .chats.list({ agentId })
    .toArray()
    .then(
      () => expect.unreachable("it gave items"),
      (error: unknown) => error,
    );
}

describe("a request", () => {
  test.each([
    ["a filter that is a BigInt", "name", { name: 5n }, {}],
    ["one in a list", "messageStatuses", { messageStatuses: [5n] }, {}],
    ["a filter that is an object", "name", { name: { first: 5n } }, {}],
    ["a signal that is none", "signal", {}, { signal: {} }],
  ])("refuses %s by its name, and sends nothing", async (_, parameter, filters, options) => {
    const cargo = createCargo({ token, fetch: async () => expect.unreachable("it was sent") });
    const error = await cargo.chats
      .list(filters as object, options as object)
      .toArray()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ parameter, attempts: 0 });
  });

  test("by path refuses a signal that is none too, and a body that is no JSON", async () => {
    const { api } = createCargo({ token, fetch: async () => expect.unreachable("it was sent") });
    const body = { trigger: { type: "draft" }, name: 5n } as never;
    await expect(api.GET("/ai/chats/list", { signal: {} as AbortSignal })).rejects.toMatchObject({
      parameter: "signal",
    });
    await expect(api.POST("/ai/chats", { body })).rejects.toMatchObject({ parameter: "body" });
  });

  test("carries the token, wants JSON, and goes to the vendor's own address", async () => {
    let seen: Request | undefined;
    await cotoolWith((request) => {
      seen = request;
      return Response.json({ chats: [], totalCount: 0 });
    })
      .chats.list({ agentId })
      .page();
    expect(seen?.method).toBe("GET");
    expect(seen?.url).toBe(`https://app.cotool.ai/api/agents/${agentId}/chats?offset=0&limit=100`);
    expect(seen?.headers.get("authorization")).toBe(`Bearer ${token}`);
    expect(seen?.headers.get("accept")).toMatch(/^application\/json/);
  });

  test("carries the headers given, asks a function for the token each time, and takes another base URL", async () => {
    const seen: [string, string | null, string | null][] = [];
    let asked = 0;
    const cotool = createCotool({
      token: async () => `token-${++asked}`,
      baseUrl: "http://localhost:4010/cotool//",
      headers: { "x-team": "blue" },
      fetch: async ({ url, headers }) => {
        seen.push([new URL(url).host + new URL(url).pathname, headers.get("authorization"), headers.get("x-team")]);
        return Response.json({ chats: [], totalCount: 0 });
      },
    });
    await cotool.chats.list({ agentId }).page();
    await cotool.chats.list({ agentId }).page();
    const place = `localhost:4010/cotool/api/agents/${agentId}/chats`;
    expect(seen).toEqual([
      [place, "Bearer token-1", "blue"],
      [place, "Bearer token-2", "blue"],
    ]);
  });

  test("sends an array as the vendor's own client does, or as it is documented", async () => {
    const seen: string[] = [];
    const fetch = async ({ url }: Request) => {
      seen.push(new URL(url).search);
      return Response.json({ chats: [] });
    };
    const query = { messageStatuses: ["error", "pending"] as ("error" | "pending")[] };
    for (const arrayFormat of [undefined, "vendor", "documented"] as const) {
      await createCargo({ token, fetch, arrayFormat }).api.GET("/ai/chats/list", { params: { query } });
    }
    const brackets = "?messageStatuses%5B%5D=error&messageStatuses%5B%5D=pending";
    expect(seen).toEqual([brackets, brackets, "?messageStatuses=error&messageStatuses=pending"]);
  });

  test("creates a chat with a JSON body, and gives the chat", async () => {
    const chat = { uuid: "1d0c5f3e-8a42-4b7d-9e61-f5a08b2c7d94" };
    const cargo = createCargo({
      token,
      fetch: async (request) => {
        expect([request.method, new URL(request.url).pathname]).toEqual(["POST", "/v1/ai/chats"]);
        expect(request.headers.get("content-type")).toBe("application/json");
        expect(await request.json()).toEqual({ trigger: { type: "draft" }, name: "Call prep" });
        return Response.json({ chat });
      },
    });
    expect(await cargo.chats.create({ trigger: { type: "draft" }, name: "Call prep" })).toEqual(chat);
  });

  test.each(["", " ", "two words", "line\nbreak", "Ünïcode", undefined])(
    "is not sent with %j as a token",
    async (bad) => {
      expect(() => createCotool({ token: bad as string })).toThrow(InvalidRequestError);
      expect(() => createCotool({ token: bad as string })).toThrow("COTOOL_API_KEY");
      const cotool = createCotool({ token: () => bad as string, fetch: () => expect.unreachable() });
      await expect(cotool.chats.list({ agentId }).page()).rejects.toMatchObject({ parameter: "token" });
    },
  );

  test("is not sent without a token, or with one that cannot be one, and says which of the two it is", () => {
    for (const none of ["", undefined, 7]) {
      expect(() => createCotool({ token: none as string })).toThrow("the token is missing; pass { token }");
    }
    expect(() => createCotool({ token: "two words" })).toThrow("the token holds characters that no token has");
    expect(() => createCotool({ token: "" })).toThrow(
      expect.objectContaining({ name: "InvalidRequestError", kind: "invalid-request", parameter: "token" }),
    );
  });

  test("is not sent without options", () => {
    expect(() => createCotool(undefined as never)).toThrow(InvalidRequestError);
  });

  test.each(["", "/cotool", "localhost:4010", "ftp://host", "http://host/?x=1", "http://host/#x", "http://u:p@host/"])(
    "is not sent to %j",
    (baseUrl) => {
      expect(() => createCotool({ token, baseUrl })).toThrow("baseUrl must be an http or https URL");
    },
  );

  test.each([{ "x y": "a" }, { "x-name": "Łódź" }, { "x-name": "a\nb" }])("is not sent with headers %j", (headers) => {
    expect(() => createCotool({ token, headers: headers as Record<string, string> })).toThrow("headers hold a name");
  });

  test("keeps the client's own headers against those given", async () => {
    const given = { Authorization: "Bearer other", Accept: "text/html", "Content-Type": "text/plain" };
    const seen: (string | null)[] = [];
    const cargo = createCargo({
      token,
      headers: given,
      fetch: async ({ headers }) => {
        seen.push(...["authorization", "accept", "content-type"].map((name) => headers.get(name)));
        return Response.json({ chat: {} });
      },
    });
    await cargo.chats.create({ trigger: { type: "draft" } });
    expect(seen).toEqual([`Bearer ${token}`, "application/json, */*;q=0.5", "application/json"]);
  });

  test("is not sent when the function given as token fails, and its error is the cause", async () => {
    const cause = new Error("vault is sealed");
    const cotool = createCotool({ token: () => Promise.reject(cause), fetch: () => expect.unreachable() });
    await expect(cotool.chats.list({ agentId }).page()).rejects.toMatchObject({ kind: "invalid-request", cause });
  });

  test("is not sent without a required parameter, or to a path that the spec does not have", async () => {
    const cargo = createCargo({ token, fetch: () => expect.unreachable() });
    await expect(cargo.messages.list({} as never).page()).rejects.toThrow("chatUuid is required");
    await expect(cargo.api.GET("/ai/chat/list" as never)).rejects.toThrow("its spec has GET /ai/chats/list, POST");
  });
});

describe("a failure", () => {
  test.each([
    ["an empty body", "", undefined],
    ["HTML", "<h1>no</h1>", "<h1>no</h1>"],
    ["JSON", `{"error":"no"}`, { error: "no" }],
  ])("is told by its status when it comes with %s", async (_, body, parsed) => {
    const retryable = [408, 429, 500, 502, 503, 504];
    for (const status of [400, 401, 403, 404, 409, 501, ...retryable]) {
      const error = await failureOf(() => new Response(body, { status, headers: { "x-request-id": "req-1" } }));
      expect(error).toMatchObject({ name: "HttpError", kind: "http", status, body: parsed, requestId: "req-1" });
      expect(error).toMatchObject({ retryable: retryable.includes(status) });
      expect(error).toMatchObject({ vendor: "cotool", operation: "listAgentChats" });
    }
  });

  test("says what to do where the status tells it", async () => {
    const messages = await Promise.all(
      [401, 403, 404, 429, 500].map((status) => failureOf(() => new Response("", { status }))),
    );
    expect(messages.map((error) => (error as Error).message)).toEqual([
      "Cotool answered 401 to list agent chats: the token, by convention the one in COTOOL_API_KEY, is wrong or has expired.",
      "Cotool answered 403 to list agent chats: this token may not do that.",
      "Cotool answered 404 to list agent chats: there is no such thing, or this token may not see it.",
      "Cotool answered 429 to list agent chats: too many requests; wait before the next one.",
      "Cotool answered 500 to list agent chats: the vendor failed; the same call may succeed later.",
    ]);
  });

  test.each([
    ["2", 2000],
    ["0", 0],
    ["00", 0],
    [new Date(Date.now() + 60_000).toUTCString(), expect.closeTo(60_000, -4)],
    ["Wed, 21 Oct 2015 07:28:00 GMT", undefined],
    ["soon", undefined],
    ["2099-01-01T00:00:00Z", undefined],
    ["-5", undefined],
    ["9".repeat(400), undefined],
    ["", undefined],
  ])("reads Retry-After %j", async (value, expected) => {
    const error = await failureOf(() => new Response("", { status: 429, headers: { "retry-after": value } }));
    expect((error as { retryAfterMs: unknown }).retryAfterMs).toEqual(expected);
  });

  test.each([
    ["a page of HTML or XML", "<html>login</html>", "text/html"],
    ["JSON that is broken or cut", `{"chats": [`, "application/json"],
    ["text that is no JSON", "OK", "text/plain"],
    ["an empty body", "", "application/json"],
    ["a JSON array", "[]", "application/json"],
    ["a JSON null", "null", "application/json"],
    ["a JSON string", `"chats"`, "application/json"],
    ["without a JSON array as chats", `{"items":[]}`, "application/json"],
    ["without a JSON array as chats", `{"chats":{}}`, "application/json"],
  ])("is what a 200 with %s is, never an empty list", async (problem, body, type) => {
    const error = await failureOf(
      () => new Response(body, { headers: { "content-type": `${type}; charset=utf-8`, "request-id": "req-1" } }),
    );
    expect(error).toMatchObject({ name: "UnexpectedResponseError", kind: "unexpected-response", status: 200 });
    expect(error).toMatchObject({ contentType: type, requestId: "req-1" });
    expect((error as Error).message).toContain(problem);
  });

  test("is what a 200 without the chat that was created is", async () => {
    for (const answer of [{}, { chat: null }, { chat: [] }]) {
      const cargo = createCargo({ token, fetch: async () => Response.json(answer) });
      const call = cargo.chats.create({ trigger: { type: "draft" } });
      await expect(call).rejects.toThrow("Cargo answered 200 to create chat without a JSON object as chat");
    }
  });

  test("of a fetch that gives no Response is not one of the connection", async () => {
    expect(await failureOf(() => undefined as never)).toMatchObject({ kind: "invalid-request", parameter: "fetch" });
  });

  test("is what a 204 is", async () => {
    expect(await failureOf(() => new Response(null, { status: 204 }))).toMatchObject({ kind: "unexpected-response" });
  });

  test("of a connection that breaks off in the answer tells the status, too", async () => {
    const pull = (controller: ReadableStreamDefaultController) => controller.error(new TypeError("terminated"));
    const error = await failureOf(() => new Response(new ReadableStream({ pull }), { status: 202 }));
    expect(error).toMatchObject({ kind: "connection", status: 202, code: undefined });
    expect(error).toMatchObject({
      message: "Cotool answered 202 to list agent chats, and the answer broke off.",
    });
  });

  test("of the connection keeps the platform's error as its cause, and its code", async () => {
    const cause = new TypeError("fetch failed", {
      cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }),
    });
    const error = await failureOf(() => Promise.reject(cause));
    expect(error).toMatchObject({ name: "ConnectionError", kind: "connection", retryable: true, cause });
    expect(error).toMatchObject({ code: "ECONNREFUSED", status: undefined });
    expect((error as Error).message).toBe("Cotool could not be reached to list agent chats (ECONNREFUSED).");
  });

  test("holds no token, no query value and nothing of the body where it is printed", async () => {
    const secret = "planted-secret";
    const cargo = createCargo({ token, fetch: async () => Response.json({ reason: secret }, { status: 400 }) });
    const error = await cargo.chats
      .list({ name: secret })
      .page()
      .catch((failure: unknown) => failure);
    expect(error).toMatchObject({ body: { reason: secret } });
    const broken = await failureOf(() => new Response(`{"chats": [{"accessToken": "planted-secret", }`));
    const html = await failureOf(() => new Response("planted-secret<html>"));
    for (const failure of [error, broken, html]) {
      for (const text of [String(failure), JSON.stringify(failure), inspect(failure, { depth: 9 })]) {
        expect(text).not.toContain("planted");
      }
    }
  });
});

describe("an abort", () => {
  test("before the call sends nothing and gives the signal's own reason", async () => {
    const reason = new Error("too late");
    const cotool = cotoolWith(() => expect.unreachable());
    const call = cotool.chats.list({ agentId }).page(undefined, { signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
  });

  test("while waiting gives the signal's own reason", async () => {
    const controller = new AbortController();
    const reason = { why: "not even an error" };
    const cotool = cotoolWith(
      ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    );
    const call = cotool.chats.list({ agentId }).page(undefined, { signal: controller.signal });
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });
});
