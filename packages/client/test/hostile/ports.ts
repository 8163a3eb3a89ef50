import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { Worker } from "node:worker_threads";

/** Makes a server listen on a free port of this machine, and gives its root. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return toUrl(server.address() as AddressInfo);
}

/** The root of a port on which nobody listens: it was free a moment ago. */
export async function findClosedPort(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  server.close();
  await once(server, "close");
  return url;
}

/** A port that takes no connection and refuses none. */
export interface DeafPort {
  readonly url: string;
  stop(): Promise<void>;
}

/** Opens such a port: its process looks away, and the system's queue of connections is full. */
export async function openDeafPort(): Promise<DeafPort> {
  const shared = new SharedArrayBuffer(4);
  const worker = new Worker(new URL("./deaf-port.worker.ts", import.meta.url), { workerData: shared, execArgv: [] });
  const [address] = (await once(worker, "message")) as [AddressInfo];
  const fillers = await fillQueue(address);
  return {
    url: toUrl(address),
    async stop() {
      for (const filler of fillers) filler.destroy();
      Atomics.store(new Int32Array(shared), 0, 1);
      Atomics.notify(new Int32Array(shared), 0);
      await worker.terminate();
    },
  };
}

/** Connects until a connection is not let in any more. */
async function fillQueue({ port, address }: AddressInfo): Promise<Socket[]> {
  const fillers: Socket[] = [];
  for (;;) {
    const filler = connect(port, address).on("error", () => {});
    fillers.push(filler);
    const isIn = await Promise.race([once(filler, "connect").then(() => true), passed(250).then(() => false)]);
    if (!isIn) return fillers;
  }
}

const passed = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function toUrl({ address, port }: AddressInfo): string {
  return `http://${address}:${port}`;
}
