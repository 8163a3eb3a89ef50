import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Answer, SeenRequest } from "./behaviour.ts";
import { findClosedPort, listen, openDeafPort } from "./ports.ts";
import type { Row } from "./row.ts";
import { send } from "./wire.ts";

/** A server that does what its rows say. Node only; whoever asks it needs nothing but its addresses. */
export interface HostileServer {
  /** The base URL of a case: row and case stand in its path. */
  address(row: Row, caseId: string): string;
  /** The requests of a case that arrived so far, here and at the other origin. */
  seen(row: Row, caseId: string): readonly SeenRequest[];
  /** Forgets the requests that arrived so far; each case begins anew. */
  forget(): void;
  /** Closes every connection; the ports stay open. */
  hangUp(): void;
  /** Closes every port and connection. */
  stop(): Promise<void>;
}

/** What a hostile server is made from. */
export interface HostileServerOptions {
  readonly rows: readonly Row[];
  /** The answer in which nothing is wrong, by case. */
  readonly valid: Readonly<Record<string, unknown>>;
  /** Which cases have a port to themselves, for clients that take no path, beside those whose row wants it. Default: none. */
  readonly ownPorts?: (caseId: string) => boolean;
}

/** Opens a hostile server on ports of this machine. */
export async function createHostileServer({ rows, valid, ownPorts }: HostileServerOptions): Promise<HostileServer> {
  const log = new Map<string, SeenRequest[]>();
  const marked = new WeakSet<Socket>();
  const servers: Server[] = [];
  const open = (origin: SeenRequest["origin"], prefix = "") => {
    const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      void answer(origin, `${prefix}${request.url}`, request, response);
    });
    // What a client sends that has had enough is no fault of the server's.
    server.on("clientError", (_, socket) => socket.destroy());
    servers.push(server);
    return listen(server);
  };
  const [here, elsewhere, closed, deaf] = await Promise.all([
    open("here"),
    open("elsewhere"),
    findClosedPort(),
    openDeafPort(),
  ]);
  const own = new Map<string, string>();
  for (const { name, ownPort, place } of rows) {
    for (const caseId of Object.keys(valid).filter((id) => !place && (ownPort || ownPorts?.(id)))) {
      own.set(`/${name}/${caseId}`, await open("here", `/${name}/${caseId}`));
    }
  }

  async function answer(
    origin: SeenRequest["origin"],
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const { socket, method = "" } = request;
    const [, rowName = "", caseId = ""] = path.split("/");
    const key = `/${rowName}/${caseId}`;
    const seen = log.get(key) ?? [];
    log.set(key, seen);
    seen.push({ origin, method, path, headers: toHeaders(request), at: Date.now() });
    const text = JSON.stringify(valid[caseId]);
    await new Promise((resolve) => request.on("close", resolve).resume());
    if (origin === "elsewhere") return send({}, response, text);
    if (marked.delete(socket)) return void socket.resetAndDestroy();
    const { answers = [] } = rows.find(({ name }) => name === rowName) ?? {};
    const number = seen.length - 1;
    const chosen = answers[Math.min(number, answers.length - 1)] ?? { status: 404, body: "empty" };
    const root = own.get(key) ?? here;
    const target = own.has(key) ? path.slice(key.length) : path;
    const headers = fill(chosen.headers, { here: `${root}${target}`, elsewhere: `${elsewhere}${path}`, number });
    await send({ ...chosen, ...(headers && { headers }) }, response, text);
    if (chosen.afterwards === "resets at the next request") marked.add(socket);
    if (chosen.afterwards === "closes soon") setTimeout(() => socket.destroy(), 20);
  }

  return {
    address(row, caseId) {
      const path = `/${row.name}/${caseId}`;
      if (row.place === "closed port") return `${closed}${path}`;
      if (row.place === "deaf port") return `${deaf.url}${path}`;
      return own.get(path) ?? `${here}${path}`;
    },
    seen: (row, caseId) => log.get(`/${row.name}/${caseId}`) ?? [],
    forget: () => log.clear(),
    hangUp() {
      for (const server of servers) server.closeAllConnections();
    },
    async stop() {
      await deaf.stop();
      await Promise.all(servers.map((server) => stopServer(server)));
    },
  };
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function toHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Headers with their placeholders filled: see `Answer`. */
function fill(
  headers: Answer["headers"],
  { here, elsewhere, number }: { here: string; elsewhere: string; number: number },
): Answer["headers"] {
  if (!headers) return undefined;
  const filled = Object.entries(headers).map(([name, value]) => [
    name,
    value
      .replace("{here}", here)
      .replace("{elsewhere}", elsewhere)
      .replace("{hop}", `${here}${here.includes("?") ? "&" : "?"}hop=${number}`)
      .replace(/\{date ([+-]\d+)\}/, (_, ms) => new Date(Date.now() + Number(ms)).toUTCString()),
  ]);
  return Object.fromEntries(filled);
}
