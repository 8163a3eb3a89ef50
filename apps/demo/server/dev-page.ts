import type { Server } from "node:http";
import { join } from "node:path";
import type { Page } from "./page.ts";

/** Serves the page from its source through Vite, with hot replacement over the same port. */
export async function createDevPage(server: Server): Promise<Page> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: join(import.meta.dirname, "..", "vite.config.ts"),
    logLevel: "warn",
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    serve: (request, response) => vite.middlewares(request, response),
    close: () => vite.close(),
  };
}
