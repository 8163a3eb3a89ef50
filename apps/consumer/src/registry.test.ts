import { createHash } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { openRegistry, type Registry } from "./registry.ts";

let registry: Registry | undefined;
afterEach(() => registry?.close());

const tarball = new TextEncoder().encode("a tarball");
const manifest = { name: "@agent-chats/it", version: "1.2.3", exports: {}, dependencies: { other: "4.5.6" } };
const packed = { manifest, tarball, files: [], read: () => "" };

test("a registry tells of a package what an installer needs, and gives the tarball that it promised", async () => {
  registry = await openRegistry([packed]);
  const told = await (await fetch(`${registry.url}/@agent-chats%2fit`)).json();
  const version = told.versions[told["dist-tags"].latest];
  expect(version.dependencies).toEqual({ other: "4.5.6" });
  const given = new Uint8Array(await (await fetch(version.dist.tarball)).arrayBuffer());
  expect(given).toEqual(tarball);
  expect(version.dist.integrity).toBe(`sha512-${createHash("sha512").update(given).digest("base64")}`);
});

test("a registry knows nothing else", async () => {
  registry = await openRegistry([packed]);
  expect((await fetch(`${registry.url}/@agent-chats%2fother`)).status).toBe(404);
});
