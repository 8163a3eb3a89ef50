import { createServer } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

// Listens, and then never looks at its connections: the queue of the system fills, and further ones wait to be let in.
const server = createServer().listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
  parentPort?.postMessage(server.address());
  // The message is on its way only when this turn is over.
  setImmediate(() => {
    Atomics.wait(new Int32Array(workerData as SharedArrayBuffer), 0, 0);
    process.exit();
  });
});
