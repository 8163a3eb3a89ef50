import { describe, expect, test, vi } from "vitest";
import { chat, create, list, outcome, page, type Respond, serve, useOwnTime } from "../test/calls.ts";

useOwnTime();

describe("a redirect", () => {
  const to =
    (location: string, status = 302): Respond =>
    () =>
      new Response(null, { status, headers: { location } });

  test.each([301, 302, 303, 307, 308])("of %i within the origin is followed, with the token", async (status) => {
    const { cargo, requests } = serve([to("/v2/ai/chats/list?limit=5", status), page]);
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 1 });
    expect(requests.map(({ url }) => url)).toEqual([
      "https://api.getcargo.io/v1/ai/chats/list",
      "https://api.getcargo.io/v2/ai/chats/list?limit=5",
    ]);
    expect(requests[1]?.authorization).toBe("Bearer token");
  });

  test.each([
    "https://elsewhere.example/x?secret=1",
    "http://api.getcargo.io/v1/ai/chats/list",
    "https://api.getcargo.io:8443/",
    "//elsewhere.example",
  ])("to %s, another origin, is not followed", async (location) => {
    const { cargo, requests } = serve([to(location, 307), page]);
    const error = await outcome(list(cargo));
    expect(error).toMatchObject({ kind: "http", status: 307, attempts: 1, retryable: false });
    const { origin } = new URL(location, "https://x.example");
    expect(String(error)).toContain(`it redirects to another origin, ${origin}, where the token must not go`);
    expect(String(error)).not.toContain("secret");
    expect(requests).toHaveLength(1);
  });

  test("that is followed lets go of the connection that it came on", async () => {
    const cancelled = vi.fn();
    const body = () => new ReadableStream({ cancel: cancelled });
    const redirect = () => new Response(body(), { status: 307, headers: { location: "/v2" } });
    expect(await outcome(list(serve([redirect, redirect, page]).cargo))).toMatchObject({ attempts: 1 });
    expect(cancelled).toHaveBeenCalledTimes(2);
  });

  test("is none where an answer only names a place", async () => {
    const located = () => Response.json({ chats: [] }, { headers: { location: "/elsewhere" } });
    const { cargo, requests } = serve([located]);
    expect(await outcome(list(cargo))).toMatchObject({ data: { chats: [] } });
    expect(requests).toHaveLength(1);
  });

  test("that leads in a circle ends after five", async () => {
    const { cargo, requests } = serve([to("/v1/ai/chats/list")]);
    const error = await outcome(list(cargo));
    expect(error).toMatchObject({ kind: "http", status: 302 });
    expect(String(error)).toContain("it redirects more than 5 times");
    expect(requests).toHaveLength(6);
  });

  test("to nowhere, or that a browser hides, is an error that says what to do", async () => {
    const hidden = () => Object.defineProperties(Response.error(), { type: { value: "opaqueredirect" } });
    for (const answer of [to("https://"), hidden]) {
      const error = await outcome(list(serve([answer]).cargo));
      expect(error).toMatchObject({ kind: "http", attempts: 1 });
      expect(String(error)).toContain("set baseUrl to where the API is");
    }
  });

  test("of a request that writes is followed where it keeps the method, and not where it would become a GET", async () => {
    const kept = serve([to("/v2/ai/chats", 307), chat]);
    expect(await outcome(create(kept.cargo))).toEqual({ uuid: "c" });
    expect(kept.requests.map(({ body }) => body)).toEqual(Array(2).fill(`{"trigger":{"type":"draft"}}`));
    for (const status of [301, 302, 303]) {
      const { cargo, requests } = serve([to("/v2/ai/chats", status), chat]);
      expect(await outcome(create(cargo))).toMatchObject({ kind: "http", status });
      expect(requests).toHaveLength(1);
    }
  });

  test("of 304, or without a place, is an error like any other", async () => {
    for (const status of [304, 302]) {
      const { cargo } = serve([() => new Response(null, { status })]);
      expect(await outcome(list(cargo))).toMatchObject({ kind: "http", status });
    }
  });
});
