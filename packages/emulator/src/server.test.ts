import { Agent, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestEmulator } from "../test/testing.ts";
import { type Listener, listen } from "./server.ts";

const emulator = createTestEmulator();
const headers = { authorization: `Bearer ${emulator.token}` };
let listener: Listener;
beforeAll(async () => {
  listener = await listen(emulator);
});
afterAll(() => listener.close());

/** Sends a request whose target is not put in order, as fetch would do. */
function sendRaw(path: string, method = "GET", body?: string): Promise<number | undefined> {
  const { hostname, port } = new URL(listener.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { ...headers, "content-type": "application/json" } });
    sent
      .on("response", (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end(body);
  });
}

test("an answer over the port is the same as in the process", async () => {
  for (const path of ["/cargo/ai/chats/list?limit=3", "/invent/orgs/c/chats?take=2"]) {
    const over = await fetch(listener.url + path, { headers });
    const within = await emulator.fetch(new Request(`http://x.example${path}`, { headers }));
    expect([over.status, await over.text()]).toEqual([200, await within.text()]);
    for (const [name, value] of within.headers) expect([name, over.headers.get(name)]).toEqual([name, value]);
  }
});

test("a body arrives, and errors keep their status and shape", async () => {
  const json = { ...headers, "content-type": "application/json" };
  const url = `${listener.url}/cargo/ai/chats`;
  const created = await fetch(url, { method: "POST", headers: json, body: '{"trigger":{"type":"app"},"name":"🎉"}' });
  expect(await created.json()).toMatchObject({ chat: { name: "🎉" } });
  const broken = await fetch(url, { method: "POST", headers: json, body: '{"trigger":' });
  expect([broken.status, await broken.json()]).toEqual([
    400,
    { errorMessage: "The body is not valid JSON", reason: "invalidRequest" },
  ]);
  expect((await fetch(`${listener.url}/invent/orgs/c/chats`)).status).toBe(401);
});

test("odd targets are answered, never left hanging", async () => {
  expect(await sendRaw("//cargo/ai/chats/list")).toBe(404);
  expect(await sendRaw("/cargo/ai/chats/list?name=%")).toBe(400);
  expect(await sendRaw("http://[bad/")).toBe(400);
  expect(await sendRaw("/cargo/ai/chats/list", "HEAD")).toBe(405);
  expect(await sendRaw("https://api.useinvent.com/orgs/c/chats?take=1")).toBe(200);
  expect(await sendRaw("/cargo/ai/chats", "POST", "")).toBe(400);
});

test("a body that nobody reads does not hold up the next request of its connection", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(listener.url);
  const ask = (path: string, method: string, authorization: string, body = "") =>
    new Promise<[number | undefined, boolean]>((resolve, reject) => {
      const sent = request({ agent, hostname, port, path, method, headers: { authorization } }, (response) => {
        response.resume().on("end", () => resolve([response.statusCode, sent.reusedSocket]));
      });
      sent.on("error", reject).end(body);
    });
  for (const size of [1_000, 200_000, 3_000_000]) {
    expect((await ask("/cargo/ai/chats", "POST", "Bearer wrong", "x".repeat(size)))[0]).toBe(401);
    expect(await ask("/cargo/ai/chats/list?limit=1", "GET", headers.authorization)).toEqual([200, true]);
  }
  agent.destroy();
});

test("a fault of ours is 500 and a body that breaks off breaks the connection", async () => {
  const broken = await listen({ fetch: () => Promise.reject(new TypeError("oops")) });
  const cut = await listen({ fetch: async () => new Response(cutBody()) });
  expect((await fetch(broken.url)).status).toBe(500);
  await expect(fetch(cut.url).then((response) => response.text())).rejects.toThrow();
  await Promise.all([broken.close(), cut.close()]);
});

function cutBody(): ReadableStream<Uint8Array> {
  const pieces = [new TextEncoder().encode('{"chats":[')];
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.pop();
      if (piece) controller.enqueue(piece);
      else controller.error(new Error("cut"));
    },
  });
}

test("a port that is taken is refused, and a closed one is free again", async () => {
  const port = Number(new URL(listener.url).port);
  await expect(listen(emulator, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  const first = await listen(emulator);
  await first.close();
  const second = await listen(emulator, { port: Number(new URL(first.url).port) });
  expect(second.url).toBe(first.url);
  await second.close();
});
