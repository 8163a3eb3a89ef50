import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { buildPage } from "./build-page.ts";
import type { Page } from "./page.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

interface PageFile {
  readonly body: Uint8Array;
  readonly headers: Record<string, string>;
}

/** Builds the page where that is needed, and serves it from memory: no path of a request ever reaches the disk. */
export async function createBuiltPage(): Promise<Page> {
  const files = await readFiles(await buildPage());
  return {
    serve({ method = "GET", url = "/" }, response) {
      const [pathname = "/"] = url.split("?");
      const file = files.get(pathname === "/" ? "/index.html" : pathname);
      if (!file) return void response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      if (method !== "GET" && method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
      response.writeHead(200, { ...file.headers, "content-length": file.body.byteLength });
      response.end(method === "HEAD" ? undefined : file.body);
    },
    async close() {},
  };
}

async function readFiles(directory: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, PageFile]> => {
      const path = join(entry.parentPath, entry.name);
      const pathname = path.slice(directory.length).replaceAll("\\", "/");
      return [pathname, { body: await readFile(path), headers: headersOf(pathname) }];
    });
  return new Map(await Promise.all(files));
}

/** The names of assets hold a hash of their content; the page itself does not. */
function headersOf(pathname: string): Record<string, string> {
  const isAsset = pathname.startsWith("/assets/");
  return {
    "content-type": types[extname(pathname)] ?? "application/octet-stream",
    "cache-control": isAsset ? "public, max-age=31536000, immutable" : "no-cache",
  };
}
