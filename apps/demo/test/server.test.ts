import { createServer, request as httpRequest } from "node:http";
import { createEmulator } from "@agent-chats/emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, startDemo } from "../server/demo.ts";

const emulator = createEmulator({ seed: 7, chats: 60, clock: () => new Date("2026-11-20T12:00:00Z") });
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: 0, emulator });
});
afterAll(() => demo.close());

/** Sends a request as a browser would not: `fetch` refuses to set Host. */
function send(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body = "",
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port: demo.port, path, headers, method }, (response) => {
      const chunks: Uint8Array[] = [];
      response.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on("error", reject).end(body);
  });
}

describe("Host and Origin", () => {
  it("of another name are refused, for the page and for the data", async () => {
    for (const path of ["/", "/api/demo", "/api/cargo/ai/chats/list"]) {
      expect((await send(path, { host: `evil.example:${demo.port}` })).status).toBe(403);
      expect((await send(path, { host: "127.0.0.1.evil.example" })).status).toBe(403);
      expect((await send(path, { origin: "https://evil.example" })).status).toBe(403);
      expect((await send(path, { origin: "null" })).status).toBe(403);
    }
  });

  it("of this machine are served", async () => {
    for (const host of [`localhost:${demo.port}`, `127.0.0.1:${demo.port}`, `[::1]:${demo.port}`]) {
      expect((await send("/api/demo", { host })).status).toBe(200);
      expect((await send("/api/demo", { host, origin: `http://${host}` })).status).toBe(200);
    }
  });
});

describe("a browser that wants more of an answer than its data", () => {
  const wanted = (site: string, mode: string, dest: string) => ({
    ...{ "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest },
  });

  it("is refused below /api/: a page, a frame, a script, another site", async () => {
    for (const headers of [
      wanted("none", "navigate", "document"),
      wanted("same-origin", "navigate", "iframe"),
      wanted("same-origin", "no-cors", "script"),
      wanted("same-origin", "same-origin", "serviceworker"),
      wanted("same-site", "no-cors", "empty"),
      wanted("cross-site", "cors", "empty"),
    ]) {
      for (const path of ["/api/demo", "/api/cargo/ai/chats/list", "/api/emulator"]) {
        expect((await send(path, headers)).status, JSON.stringify(headers)).toBe(403);
      }
    }
  });

  it("is served where it is the page that reads, or where the page is opened", async () => {
    expect((await send("/api/demo", wanted("same-origin", "cors", "empty"))).status).toBe(200);
    expect((await send("/", wanted("cross-site", "navigate", "document"))).status).toBe(200);
  });
});

describe("every answer", () => {
  const ofPage = [
    ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'"],
    ...["font-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
    ...["require-trusted-types-for 'script'", "trusted-types 'none'"],
  ];
  const ofData = ["sandbox", "default-src 'none'", "frame-ancestors 'none'"];

  it("carries a strict Content-Security-Policy and its companions; data may do nothing at all", async () => {
    const policies = { "": ofPage, nothing: ofPage, "api/demo": ofData, "api/cargo/ai/chats/list": ofData };
    for (const [path, expected] of Object.entries({ ...policies, "api/nothing": ofData })) {
      const { headers } = await fetch(demo.url + path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy.split("; "), path).toEqual(expected);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });
});

describe("the page", () => {
  it("has no inline script, and its files are found", async () => {
    const html = await (await fetch(demo.url)).text();
    const scripts = [...html.matchAll(/<script[^>]*>([^<]*)<\/script>/g)];
    expect(scripts.map(([, content]) => content)).toEqual([""]);
    const [, script = ""] = /src="\/([^"]+)"/.exec(html) ?? [];
    const answer = await fetch(demo.url + script);
    expect(answer.headers.get("content-type")).toContain("text/javascript");
    expect(answer.headers.get("cache-control")).toContain("immutable");
  });

  it("reads no file that is not its own", async () => {
    for (const path of ["/../package.json", "/%2e%2e/package.json", "//", "/assets/../../server/main.ts"]) {
      expect((await send(path)).status, path).toBe(404);
    }
  });
});

describe("the calls", () => {
  it("that list pass, with the token that the browser does not have", async () => {
    const answer = await fetch(`${demo.url}api/invent/orgs/c/chats?take=3`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("pagination-count")).toBe("60");
    // The vendor's clock, not this server's: a walk goes by it.
    expect(answer.headers.get("date")).toBe("Fri, 20 Nov 2026 12:00:00 GMT");
    expect(await answer.json()).toHaveLength(3);
  });

  it("that create a chat pass, as JSON only", async () => {
    const body = JSON.stringify({ trigger: { type: "app" }, name: "From a test" });
    const json = { "content-type": "application/json" };
    expect((await send("/api/cargo/ai/chats", json, "POST", body)).status).toBe(200);
    expect((await send("/api/cargo/ai/chats", { "content-type": "text/plain" }, "POST", body)).status).toBe(415);
    expect((await send("/api/cargo/ai/chats", json, "POST", `"${"x".repeat(70_000)}"`)).status).toBe(413);
  });

  it("of another method are refused with the methods that may pass", async () => {
    for (const method of ["DELETE", "PUT", "POST", "HEAD"]) {
      const answer = await fetch(`${demo.url}api/cargo/ai/chats/list`, { method });
      expect([method, answer.status, answer.headers.get("allow")]).toEqual([method, 405, "GET"]);
    }
    expect((await fetch(`${demo.url}api/cargo/ai/chats`)).status).toBe(405);
  });

  it("to anything else lead nowhere", async () => {
    for (const path of [
      "api/",
      "api/cargo",
      "api/nobody/ai/chats/list",
      "api/cargo/ai/chats/list/more",
      "api/toString/x",
    ]) {
      expect((await fetch(demo.url + path)).status, path).toBe(404);
    }
  });

  it("fail with the backend's own status", async () => {
    const answer = await fetch(`${demo.url}api/cotool/api/agents/3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11/chats`);
    expect(answer.status).toBe(404);
  });

  it("are kept by no cache, whatever comes of them", async () => {
    const paths = { demo: 200, "invent/orgs/c/chats": 200, "cotool/api/agents/x/chats": 400, nowhere: 404 };
    for (const [path, status] of Object.entries(paths)) {
      const answer = await fetch(`${demo.url}api/${path}`);
      expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([path, status, "no-store"]);
    }
  });
});

describe("the secrets of an answer", () => {
  it("are stripped, by the operation table", async () => {
    const { cargo } = emulator.state;
    const chat = cargo.chats.find(({ uuid }) =>
      cargo.messagesOf(uuid)?.some((one) => one.mcpClients?.some((held) => held.authentication)),
    );
    const text = await (await fetch(`${demo.url}api/cargo/ai/messages/list?chatUuid=${chat?.uuid}`)).text();
    const clients = cargo.messagesOf(chat?.uuid ?? "")?.flatMap(({ mcpClients = [] }) => mcpClients) ?? [];
    expect(clients.length).toBeGreaterThan(0);
    for (const { url, authentication } of clients) {
      if (url) expect(text).not.toContain(url);
      if (authentication?.accessToken) expect(text).not.toContain(authentication.accessToken);
    }
    expect(text).toContain('"authentication":"[redacted]"');
  });

  it("do not slip through in a body that cannot be read, nor does a token that the backend repeats", async () => {
    const bodies = [
      '{"messages":[{"mcpClients":[{"url":"https://mcp.example/?key=planted"',
      `{"errorMessage":"${emulator.token}"}`,
    ];
    const odd = { ...emulator, state: emulator.state, fetch: async () => new Response(bodies.shift()) };
    const other = await startDemo({ port: 0, emulator: odd });
    const address = `${other.url}api/cargo/ai/messages/list?chatUuid=x`;
    expect(await (await fetch(address)).text()).toBe("");
    expect(await (await fetch(address)).text()).toBe('{"errorMessage":"[redacted]"}');
    await other.close();
  });
});

describe("a start", () => {
  it("takes the next free port where the one asked for is taken", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => blocker.once("listening", resolve));
    const { port } = blocker.address() as { port: number };
    const other = await startDemo({ port, emulator });
    expect(other.port).toBeGreaterThan(port);
    expect((await fetch(`${other.url}api/demo`)).status).toBe(200);
    await other.close();
    blocker.close();
  });

  it("tells the page what there is, and nothing secret", async () => {
    const info = (await (await fetch(`${demo.url}api/demo`)).json()) as object;
    expect(info).toEqual({
      backend: "emulator",
      vendors: [
        { id: "cargo", title: "Cargo" },
        { id: "cotool", title: "Cotool" },
        { id: "invent", title: "Invent" },
      ],
      cotool: { agents: emulator.state.cotool.agents.map(({ agentId, name }) => ({ id: agentId, name })) },
    });
  });
});
