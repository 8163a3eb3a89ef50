import { describe, expect, test } from "vitest";
import { createCargo } from "./cargo/index.ts";
import { createCotool } from "./cotool/index.ts";
import { isDeclaredError } from "./declared-error.ts";

const token = "token";
const failWith = (response: () => Response) =>
  createCargo({ token, retry: false, fetch: async () => response() })
    .api.GET("/ai/chats/list")
    .then(
      () => expect.unreachable("it answered"),
      (error: unknown) => error,
    );
const { api } = createCargo({ token });
const { api: cotool } = createCotool({ token });

describe("an error that the spec declares", () => {
  test.each([
    ["an object", () => Response.json({ errorMessage: "no" }, { status: 400 })],
    ["an empty body", () => new Response("", { status: 404 })],
    ["text, where the spec says text", () => new Response("slow down", { status: 429 })],
  ])("is one with %s", async (_, response) => {
    expect(isDeclaredError(await failWith(response), api, "GET", "/ai/chats/list")).toBe(true);
  });

  test.each([
    ["HTML where the spec says an object", () => new Response("<html>", { status: 400 })],
    ["an array where the spec says an object", () => Response.json([], { status: 400 })],
    ["null where the spec says an object", () => Response.json(null, { status: 400 })],
    ["an object where the spec says text", () => Response.json({}, { status: 429 })],
    ["a status that it does not declare", () => Response.json({}, { status: 418 })],
    ["a 200 that is none", () => Response.json({ errorMessage: "no" })],
  ])("is not one with %s", async (_, response) => {
    expect(isDeclaredError(await failWith(response), api, "GET", "/ai/chats/list")).toBe(false);
  });

  test("is one of that vendor and operation alone, and nothing else is", async () => {
    const error = await failWith(() => Response.json({}, { status: 400 }));
    expect(isDeclaredError(error, api, "POST", "/ai/chats")).toBe(false);
    expect(isDeclaredError(error, cotool, "GET", "/api/agents/{agentId}/chats")).toBe(false);
    for (const other of [new Error("no"), undefined, { kind: "http", status: 400 }]) {
      expect(isDeclaredError(other, api, "GET", "/ai/chats/list")).toBe(false);
    }
  });
});
