import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator, listen } from "@agent-chats/emulator";
import { afterEach, describe, expect, it } from "vitest";
import { type Demo, startDemo } from "../server/demo.ts";
import { describeBackend } from "../server/describe-backend.ts";
import { askUpstream } from "../server/upstream.ts";
import { createVendorBackend } from "../server/vendor-backend.ts";

const token = "secret-of-cargo";
const closers: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A server of a test's own. Returns its address and the authorizations that it saw. */
async function serve(answer: (response: ServerResponse) => void): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(request.headers.authorization ?? "");
    answer(response);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

async function startBefore(environment: Record<string, string>, limits = {}): Promise<Demo> {
  const backend = createVendorBackend(environment);
  if (!backend) throw new Error("no backend");
  const demo = await startDemo({ port: 0, backend: { ...backend, limits } });
  closers.push(() => demo.close());
  return demo;
}

const list = (demo: Demo) => fetch(`${demo.url}api/cargo/ai/chats/list`);

describe("a vendor that is asked with a token", () => {
  it("cannot redirect it elsewhere, nor to itself", async () => {
    const thief = await serve((response) => response.end("{}"));
    for (const status of [301, 302, 303, 307, 308]) {
      const vendor = await serve((response) => response.writeHead(status, { location: `${thief.url}/steal` }).end());
      const answer = await list(await startBefore({ CARGO_API_TOKEN: token, CARGO_BASE_URL: vendor.url }));
      expect([status, answer.status]).toEqual([status, 502]);
      expect(await answer.json()).toEqual({ message: `Cargo redirects to ${thief.url}, where the token is not sent.` });
      expect(vendor.seen).toEqual([`Bearer ${token}`]);
    }
    expect(thief.seen).toEqual([]);
  });

  it("cannot give the token to the browser, however it writes it", async () => {
    const token = 'abc/def+"planted"\\';
    const inJson = JSON.stringify(token);
    const spelt = (text: string) =>
      [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
    const bodies: [status: number, body: string][] = [
      [200, `{"chats":[],"token":${inJson}}`],
      [200, `{"chats":[],"token":${inJson.replaceAll("/", "\\/")}}`],
      [200, `{"chats":[],"${spelt(token)}":"${spelt(`Bearer ${token}`)}"}`],
      [200, `{"chats":[],"next":"https://x.example/?key=${encodeURIComponent(token)}"}`],
      [500, `{"errorMessage":"${spelt(token)}"}`],
      [502, `<p>${token}</p>`],
      [200, `{"chats":["${inJson.slice(1, -1).replaceAll("/", "\\/")}`],
    ];
    for (const operation of ["chats", "messages"]) {
      for (const [status, body] of bodies) {
        const vendor = await serve((response) =>
          response.writeHead(status, { "x-request-id": `id ${token}` }).end(body),
        );
        const demo = await startBefore({ CARGO_API_TOKEN: token, CARGO_BASE_URL: vendor.url });
        const answer = await fetch(`${demo.url}api/cargo/ai/${operation}/list`);
        expect([answer.status, answer.headers.get("x-request-id")]).toEqual([status, "id [redacted]"]);
        const text = await answer.text();
        const isReadable = status >= 500 || body.endsWith("}") || operation === "chats";
        expect(text, body).toMatch(isReadable ? /\[redacted\]/ : /^$/);
        expect(text, body).not.toMatch(/planted|\\u00/);
      }
    }
  });

  it("has a time for all of its answer, and a limit for its size", async () => {
    const stalling = await serve((response) => response.writeHead(200).write("{"));
    const slow = await startBefore({ CARGO_API_TOKEN: token, CARGO_BASE_URL: stalling.url }, { timeoutMs: 50 });
    expect((await list(slow)).status).toBe(504);
    const large = await serve((response) => response.end(JSON.stringify({ chats: ["x".repeat(2000)] })));
    const limited = await startBefore({ CARGO_API_TOKEN: token, CARGO_BASE_URL: large.url }, { maxBytes: 1000 });
    const answer = await list(limited);
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining("more than 1000 bytes")]);
  });

  it("that breaks off breaks off for the page too, and one that is not there is said so", async () => {
    const breaking = await serve((response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write('{"chats":[', () => response.destroy());
    });
    const broken = await startBefore({ CARGO_API_TOKEN: token, CARGO_BASE_URL: breaking.url });
    await expect(list(broken).then((answer) => answer.text())).rejects.toThrow();
    const gone = await startBefore({ CARGO_API_TOKEN: token, CARGO_BASE_URL: "http://127.0.0.1:1" });
    expect(await (await list(gone)).json()).toEqual({
      message: expect.stringMatching(/^Cargo could not be reached: /),
    });
  });

  it("is let go of when the browser leaves", async () => {
    const left = new AbortController();
    let reason: unknown;
    const fetch = (request: Request) =>
      new Promise<Response>((_, reject) => {
        request.signal.addEventListener("abort", () => {
          reason = request.signal.reason;
          reject(reason);
        });
        left.abort(new Error("gone"));
      });
    const init = { method: "GET", headers: new Headers(), body: null };
    const asked = askUpstream(fetch, { url: "http://vendor.invalid/", init, title: "Cargo", signal: left.signal });
    await expect(asked).rejects.toThrow("gone");
    expect(reason).toMatchObject({ message: "gone" });
  });
});

describe("the vendors whose tokens are set", () => {
  it("are shown, and no others; each with its own token at its own address", async () => {
    const emulator = createEmulator({ chats: 5, token });
    const listener = await listen(emulator);
    closers.push(() => listener.close());
    const [agent] = emulator.state.cotool.agents;
    const demo = await startBefore({
      COTOOL_API_KEY: token,
      COTOOL_BASE_URL: `${listener.url}/cotool/`,
      COTOOL_AGENT_IDS: ` ${agent?.agentId}=Triage, `,
      INVENT_API_KEY: token,
      INVENT_BASE_URL: `${listener.url}/invent`,
    });
    expect(await (await fetch(`${demo.url}api/demo`)).json()).toEqual({
      backend: "vendors",
      vendors: [
        { id: "cotool", title: "Cotool" },
        { id: "invent", title: "Invent" },
      ],
      cotool: { agents: [{ id: agent?.agentId, name: "Triage" }] },
      missing: [{ title: "Cargo", variable: "CARGO_API_TOKEN" }],
    });
    expect((await fetch(`${demo.url}api/invent/orgs/c/chats`)).status).toBe(200);
    expect((await fetch(`${demo.url}api/cotool/api/agents/${agent?.agentId}/chats`)).status).toBe(200);
    expect((await list(demo)).status).toBe(404);
    expect((await fetch(`${demo.url}api/emulator`)).status).toBe(404);
  });

  it("are told at the start, and a token never is", () => {
    const backend = createVendorBackend({ CARGO_API_TOKEN: token, INVENT_API_KEY: "other-secret" });
    const told = backend && describeBackend(backend, "");
    expect(told).toContain("Cargo at https://api.getcargo.io/v1");
    expect(told).toContain("without Cotool: COTOOL_API_KEY is not set");
    expect(told).not.toMatch(/secret/);
    expect(createVendorBackend({})).toBeUndefined();
  });

  it("are refused where a token would travel in the open, or is none", () => {
    const open = [
      "http://api.getcargo.io/v1",
      "http://api.getcargo.io./v1",
      "http://127.0.0.1.evil.example",
      "ftp://x",
    ];
    const odd = ["https://u:p@x", "https://:p@x", "https://u@x", "https://x/v1?", "https://x/v1?a=b", "https://x/v1#"];
    for (const url of [...open, ...odd, "x"]) {
      expect(() => createVendorBackend({ CARGO_API_TOKEN: token, CARGO_BASE_URL: url }), url).toThrow("CARGO_BASE_URL");
    }
    const lines = "two\nlines-of-secret";
    expect(() => createVendorBackend({ CARGO_API_TOKEN: lines })).toThrow(/^CARGO_API_TOKEN holds [^\n]*$/);
    expect(() => createVendorBackend({ COTOOL_API_KEY: token })).toThrow("COTOOL_AGENT_IDS");
  });
});

describe("a start", () => {
  it("at an address that others reach is refused", async () => {
    for (const host of ["0.0.0.0", "::", "192.168.1.2", "example.com"]) {
      await expect(startDemo({ port: 0, host }), host).rejects.toThrow("of this machine alone");
    }
  });
});
