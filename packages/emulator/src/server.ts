import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Emulator } from "./emulator.ts";
import { isReset } from "./faults/connection.ts";

/** Where to listen. */
export interface ListenOptions {
  /** 0 takes a free port. Default: 0. */
  port?: number;
  /** Default: 127.0.0.1, which only this machine reaches. */
  host?: string;
}

/** An open port. */
export interface Listener {
  /** Address with the port, without a slash at the end. */
  readonly url: string;
  /** Closes the port and every connection. */
  close(): Promise<void>;
}

/**
 * Serves an emulator over HTTP: the vendors are at `<url>/cargo`, `<url>/cotool`, `<url>/invent`.
 * Needs Node; `node:http` is loaded here and not before, so that the rest runs anywhere.
 * Rejects with Node's own error where the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function listen(emulator: Pick<Emulator, "fetch">, options: ListenOptions = {}): Promise<Listener> {
  const { port = 0, host = "127.0.0.1" } = options;
  const { createServer } = await import("node:http");
  const server = createServer((incoming, outgoing) => void serve(emulator, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { address, port: actualPort, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actualPort}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function serve(emulator: Pick<Emulator, "fetch">, incoming: IncomingMessage, outgoing: ServerResponse) {
  const gone = new AbortController();
  outgoing.on("close", () => gone.abort());
  try {
    const request = toRequest(incoming, gone.signal);
    if (!request) outgoing.writeHead(400).end();
    else await send(await emulator.fetch(request), outgoing);
  } catch (error) {
    if (gone.signal.aborted) return;
    if (isReset(error)) return void outgoing.socket?.resetAndDestroy();
    // Where the answer has begun there is no status left to say it with.
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500, { "content-type": "text/plain" }).end(`The emulator failed: ${error}`);
  }
}

/** Undefined where the address or a header is none that a request can have. */
function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request | undefined {
  const { method = "GET", url = "/", headersDistinct } = incoming;
  // A proxy's client sends the whole address; everybody else a path, which may start with two slashes.
  const address = url.startsWith("/") ? `http://${incoming.headers.host ?? "localhost"}${url}` : url;
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const hasBody = method !== "GET" && method !== "HEAD";
  try {
    return new Request(address, {
      method,
      headers,
      signal,
      ...(hasBody && { body: toStream(incoming), duplex: "half" }),
    });
  } catch {
    return undefined;
  }
}

/**
 * Nothing is taken before it is asked for: Node reads to its end, for the next request of the connection, only a body that
 * nobody has begun to read.
 */
function toStream(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

/** Passes the body on as it comes, so that an answer may be slow, or break off. */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  for await (const chunk of response.body ?? []) await write(outgoing, chunk);
  outgoing.end();
}

/** Resolves when it has left, or cannot any more: what has left is not lost where the connection breaks off next. */
function write(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    outgoing.write(chunk, () => resolve());
  });
}
