import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** How many ports after the one asked for are tried. */
const attempts = 20;

/** Listens on a port, or on the next one that is free. Port 0 takes any. Returns the port taken. */
export async function listenNear(server: Server, host: string, port: number): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      server.listen(candidate, host);
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || candidate - port >= attempts || candidate >= 65535) throw error;
    }
  }
}
