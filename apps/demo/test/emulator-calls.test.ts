import { request as httpRequest } from "node:http";
import { createEmulator } from "@agent-chats/emulator";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Demo, startDemo } from "../server/demo.ts";

const emulator = createEmulator({ seed: 7, chats: 60, clock: () => new Date("2026-11-20T12:00:00Z") });
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: 0, emulator });
});
afterEach(() => emulator.reset());
afterAll(() => demo.close());

interface Answered {
  readonly status: number;
  readonly json: Record<string, Record<string, unknown>>;
}

/** Sends what a page of the demo would, with changes: browsers set Origin and Sec-Fetch-Site themselves. */
function send(body: unknown, headers: Record<string, string | undefined> = {}, path = "/api/emulator") {
  const own = { "content-type": "application/json", origin: `http://127.0.0.1:${demo.port}`, ...headers };
  const set = Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return new Promise<Answered>((resolve, reject) => {
    const options = { host: "127.0.0.1", port: demo.port, path, headers: set, method: "POST" };
    const sent = httpRequest(options, (response) => {
      const chunks: Uint8Array[] = [];
      response.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, json: JSON.parse(Buffer.concat(chunks).toString() || "{}") });
      });
    });
    sent.on("error", reject).end(typeof body === "string" ? body : JSON.stringify(body));
  });
}

const clamp = { vendor: "cargo", operation: "listChats", dials: { clamp: 3 } };

describe("the emulator's dials", () => {
  it("are set by the page, hold from the next request on, and are reset", async () => {
    const faults = [{ kind: "status", status: 429, retryAfter: "2", times: 2 }];
    const { status, json } = await send({ ...clamp, faults });
    expect(status).toBe(200);
    expect(json.cargo?.listChats).toEqual({ dials: { clamp: 3 }, faults: [{ ...faults[0] }] });
    const list = `${demo.url}api/cargo/ai/chats/list`;
    expect((await fetch(list)).status).toBe(429);
    expect((await fetch(list)).headers.get("retry-after")).toBe("2");
    expect(((await (await fetch(list)).json()) as { chats: unknown[] }).chats).toHaveLength(3);
    await send({ reset: true });
    expect(((await (await fetch(list)).json()) as { chats: unknown[] }).chats).toHaveLength(60);
  });

  it("are not set from elsewhere: no Origin, another Origin, another site, or a form", async () => {
    const foreign: Record<string, string | undefined>[] = [
      { origin: undefined },
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { host: `evil.example:${demo.port}`, origin: `http://evil.example:${demo.port}` },
    ];
    for (const headers of foreign) expect((await send(clamp, headers)).status, JSON.stringify(headers)).toBe(403);
    expect((await send(clamp, { "content-type": "text/plain" })).status).toBe(415);
    expect(emulator.dials.cargo.listChats).toEqual({});
  });

  it("refuse what is none, in words, and change nothing then", async () => {
    const { status, json } = await send({ ...clamp, dials: { clamp: 0 } });
    expect([status, json.message]).toEqual([400, expect.stringContaining("dials.cargo.listChats.clamp")]);
    expect((await send({ ...clamp, faults: [{ kind: "earthquake" }] })).status).toBe(400);
    for (const body of [
      "{",
      "null",
      "7",
      "{}",
      { ...clamp, vendor: "__proto__" },
      { ...clamp, operation: "toString" },
    ]) {
      expect((await send(body)).status, JSON.stringify(body)).toBe(400);
    }
    expect((await send(`"${"x".repeat(70_000)}"`)).status).toBe(413);
    expect(emulator.dials.cargo.listChats).toEqual({});
  });

  it("have one address; the chats that exist have another", async () => {
    expect((await fetch(`${demo.url}api/emulator`, { method: "DELETE" })).headers.get("allow")).toBe("GET, POST");
    expect((await fetch(`${demo.url}api/emulator/more`)).status).toBe(404);
    const truth = async (query: string) => fetch(`${demo.url}api/emulator/truth?${query}`);
    const [agent] = emulator.state.cotool.agents;
    const ids = emulator.state.cotool.chatsOf(agent?.agentId ?? "")?.map(({ id }) => id);
    expect(await (await truth(`vendor=cotool&agentId=${agent?.agentId}`)).json()).toEqual({ ids });
    expect(await (await truth("vendor=invent")).json()).toEqual({
      ids: emulator.state.invent.chats.map(({ id }) => id),
    });
    for (const query of ["", "vendor=toString", "vendor=cotool"]) expect((await truth(query)).status, query).toBe(404);
  });
});
