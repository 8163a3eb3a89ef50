import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createEmulator } from "@agent-chats/emulator";
import { type Answer, type Asked, Refusal, toJsonAnswer } from "./answer.ts";
import { type Backend, createEmulatorBackend, type DemoEmulator } from "./backend.ts";
import { createBuiltPage } from "./built-page.ts";
import { createDevPage } from "./dev-page.ts";
import { answerEmulatorCall, emulatorPath } from "./emulator-calls.ts";
import { listenNear } from "./listen.ts";
import type { Page } from "./page.ts";
import { forward } from "./proxy.ts";
import { toAsked } from "./request.ts";
import { findDistrust, findForeignUse, isLoopback, securityHeaders } from "./security.ts";
import { Broken } from "./upstream.ts";

/** How the demo runs. */
export interface DemoOptions {
  /** Port to listen on; where it is taken, the next one that is free. 0 takes any. Default: 4000. */
  port?: number;
  /** Address to listen on. Default: `127.0.0.1`. Only this machine can come in: any other address is refused. */
  host?: string;
  /** Where the chats come from. Default: a new emulator. */
  emulator?: DemoEmulator;
  /** Where the chats come from instead of an emulator. */
  backend?: Backend;
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
  const { port = 4000, host = "127.0.0.1", dev = false } = options;
  if (!isLoopback(host)) throw new RangeError(`host must be an address of this machine alone, not ${host}.`);
  const backend = options.backend ?? createEmulatorBackend(options.emulator ?? createEmulator());
  const server = createServer((request, response) => {
    const isCall = request.url?.startsWith("/api/") ?? false;
    response.setHeaders(new Map(Object.entries(securityHeaders({ dev, isCall }))));
    const problem = findDistrust(request.headers, host) ?? (isCall ? findForeignUse(request.headers) : undefined);
    if (problem) return send(response, toJsonAnswer(403, { message: problem }));
    if (!isCall) return page.serve(request, response);
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
    send(response, await answerAsked(backend, asked));
  } catch (error) {
    if (asked.signal.aborted) return;
    if (error instanceof Broken) return breakOff(response, error.status);
    const refusal = error instanceof Refusal ? error : new Refusal(500, "The demo's own server failed.");
    if (refusal !== error) console.error(error);
    send(response, toJsonAnswer(refusal.status, { message: refusal.message }, refusal.headers));
  }
}

function answerAsked(backend: Backend, asked: Asked): Answer | Promise<Answer> {
  const { pathname } = asked.url;
  if (asked.method === "GET" && pathname === "/api/demo") return toJsonAnswer(200, backend.info);
  const isOfEmulator = backend.emulator && (pathname === emulatorPath || pathname.startsWith(`${emulatorPath}/`));
  return isOfEmulator ? answerEmulatorCall(backend.emulator, asked) : forward(backend, asked);
}

/** Half of an answer came: half of one goes on. The body without its secrets is not known, so none of it does. */
function breakOff(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "application/json", "content-length": 2 });
  response.write("{", () => response.destroy());
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}
