import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type Prism, startPrism } from "../prism.ts";

/** Prisms that outlive the processes which use them, one process at a time. */
export interface PrismPool {
  /** Where a process asks for them. */
  readonly url: string;
  /** Port on which the process is to start its upstream: proxies know no other. */
  readonly upstreamPort: number;
  /** Stops those of the documents below a folder: nobody will ask for these again. */
  forget(folder: string): Promise<void>;
  stop(): Promise<void>;
}

interface Lent {
  readonly id: number;
  readonly file: string;
  readonly prism: Promise<Prism>;
}

/** Starts a pool without a Prism: each is started when it is first asked for. */
export async function startPrismPool(): Promise<PrismPool> {
  const upstreamPort = await findPort();
  const lent = new Map<string, Lent>();
  let count = 0;

  async function lend({ file, upstream }: { file: string; upstream?: string }): Promise<object> {
    const key = JSON.stringify([file, upstream]);
    const known = lent.get(key);
    // What it was told before is nothing to whoever borrows it now.
    if (known) await (await known.prism).takeOutput();
    const { id, prism } = known ?? { id: count++, prism: startPrism(file, { upstream }) };
    lent.set(key, { id, file, prism });
    prism.catch(() => lent.delete(key));
    return { id, url: (await prism).url };
  }

  async function output({ id }: { id: number }): Promise<string[]> {
    const found = [...lent.values()].find((each) => each.id === id);
    return found ? (await found.prism).takeOutput() : [];
  }

  async function stopWhere(isMeant: (each: Lent) => boolean): Promise<void> {
    for (const [key, each] of lent) {
      if (!isMeant(each)) continue;
      lent.delete(key);
      await each.prism.then((prism) => prism.stop()).catch(() => {});
    }
  }

  const server = createServer(async (request, response) => {
    try {
      const body = JSON.parse(await text(request));
      send(response, 200, request.url === "/lend" ? await lend(body) : await output(body));
    } catch (error) {
      send(response, 500, String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upstreamPort,
    forget: (folder) => stopWhere(({ file }) => file.startsWith(folder)),
    async stop() {
      await stopWhere(() => true);
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response: ServerResponse<IncomingMessage>, status: number, body: unknown): void {
  response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));
}

/** A port that is free now. */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
