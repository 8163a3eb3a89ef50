import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createEmulator } from "@agent-chats/emulator";
import { type Answer, Refusal, toJsonAnswer } from "./answer.ts";
import { type Backend, createEmulatorBackend, type DemoEmulator } from "./backend.ts";
import { createBuiltPage } from "./built-page.ts";
import { createDevPage } from "./dev-page.ts";
import { listenNear } from "./listen.ts";
import type { Page } from "./page.ts";
import { forward } from "./proxy.ts";
import { toAsked } from "./request.ts";
import { findDistrust, securityHeaders } from "./security.ts";

/** How the demo runs. */
export interface DemoOptions {
  /** Port to listen on; where it is taken, the next one that is free. 0 takes any. Default: 4000. */
  port?: number;
  /** Address to listen on. Default: `127.0.0.1`, so that only this machine can come in. */
  host?: string;
  /** Where the chats come from. Default: a new emulator. */
  emulator?: DemoEmulator;
  /** Serves the page from its source, with hot replacement. Default: false. */
  dev?: boolean;
}

/** A demo that runs. */
export interface Demo {
  /** Address of the page. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

/** Starts the demo: the page, and the vendors' listings behind it. Builds the page first where that is needed. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port = 4000, host = "127.0.0.1", emulator = createEmulator(), dev = false } = options;
  const backend = createEmulatorBackend(emulator);
  const headers = securityHeaders({ dev });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const problem = findDistrust(request.headers, host);
    if (problem) return send(response, toJsonAnswer(403, { message: problem }));
    if (!request.url?.startsWith("/api/")) return page.serve(request, response);
    void answerCall(backend, request, response);
  });
  const page: Page = dev ? await createDevPage(server) : await createBuiltPage();
  const actual = await listenNear(server, host, port);

  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actual}/`,
    port: actual,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, page.close()]);
    },
  };
}

/** Answers a call below `/api/`. An error never says more than its own words. */
async function answerCall(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = toAsked(request, response);
  try {
    const isInfo = asked.method === "GET" && asked.url.pathname === "/api/demo";
    send(response, isInfo ? toJsonAnswer(200, backend.info) : await forward(backend, asked));
  } catch (error) {
    if (asked.signal.aborted) return;
    const refusal = error instanceof Refusal ? error : new Refusal(500, "The demo's own server failed.");
    if (refusal !== error) console.error(error);
    send(response, toJsonAnswer(refusal.status, { message: refusal.message }, refusal.headers));
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}
