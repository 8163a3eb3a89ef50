import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Packed } from "./pack.ts";

/** The scope whose packages it serves; all others come from the registry that this machine uses. */
export const scope = "@agent-chats";

/** A registry that knows nothing but the packed packages. */
export interface Registry {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens a registry for the packed packages, so that they are installed by name as they will be: with what they depend on,
 * and without paths, links or overrides that would hide what a manifest lacks.
 */
export async function openRegistry(packages: readonly Packed[]): Promise<Registry> {
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://registry").pathname);
    const packed = packages.find(({ manifest }) => path === `/${manifest.name}` || path === tarballPath(manifest));
    if (!packed) return void response.writeHead(404).end();
    if (path.endsWith(".tgz")) return void response.end(packed.tarball);
    answer(response, toDocument(packed, addressOf(server)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: addressOf(server),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function addressOf(server: ReturnType<typeof createServer>): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function tarballPath({ name, version }: Packed["manifest"]): string {
  return `/${name}/-/${name.split("/")[1]}-${version}.tgz`;
}

/** What a registry says of a package. It has been there for long: package managers refuse what is new. */
function toDocument({ manifest, tarball }: Packed, url: string): object {
  const { name, version } = manifest;
  const dist = {
    tarball: `${url}${tarballPath(manifest)}`,
    shasum: createHash("sha1").update(tarball).digest("hex"),
    integrity: `sha512-${createHash("sha512").update(tarball).digest("base64")}`,
  };
  const publishedAt = "2026-01-01T00:00:00.000Z";
  return {
    name,
    "dist-tags": { latest: version },
    versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
    time: { created: publishedAt, modified: publishedAt, [version]: publishedAt },
  };
}

function answer(response: ServerResponse, body: object): void {
  response.setHeader("content-type", "application/json").end(JSON.stringify(body));
}
