import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Listing } from "@agent-chats/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Below node_modules, so that what is generated finds the packages of this workspace and git does not see it. */
const directory = path("../node_modules/.fourth-vendor");
const conversations = Array.from({ length: 47 }, (_, index) => ({ number: index, subject: `Conversation ${index}` }));

beforeAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, "spec/acme"), { recursive: true });
  await cp(path("acme/openapi.yaml"), join(directory, "spec/acme/openapi.yaml"));
  const codegen = path("../../../packages/schema/scripts/codegen.ts");
  const options = ["--spec", join(directory, "spec"), "--out", join(directory, "src")];
  await run(process.execPath, ["--conditions=@agent-chats/source", codegen, ...options]);
  await cp(path("acme/program.txt"), join(directory, "src/program.ts"));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Acme as a server. */
async function acme(request: Request): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  expect(pathname).toBe("/api/teams/blue/conversations");
  expect(search).toContain("?tags=vip,late&pageIndex=");
  const [index, size] = [Number(searchParams.get("pageIndex")), Number(searchParams.get("pageSize"))];
  const page = conversations.slice(index * size, (index + 1) * size);
  return Response.json({ data: { conversations: page, count: conversations.length } });
}

describe("a vendor of a user's own, from its spec alone,", () => {
  test("is listed in full by the walk, through another dialect of paging", async () => {
    const { listConversations } = (await import(join(directory, "src/program.ts"))) as {
      listConversations(team: string, fetch: typeof acme): Listing<unknown>;
    };
    const listing = listConversations("blue", acme);
    expect(await listing.toArray()).toEqual(conversations);
    expect(await listing.toArray({ pageSize: 7 })).toEqual(conversations);
    expect(await listing.count()).toEqual({ kind: "exact", value: 47 });
  });

  test("is typed to the last field, with its negatives", async () => {
    const tsconfig = {
      extends: path("../../../tsconfig.base.json"),
      include: [join(directory, "src")],
    };
    await writeFile(join(directory, "tsconfig.json"), JSON.stringify(tsconfig));
    const tsc = path("../../../node_modules/typescript/bin/tsc");
    const { stdout } = await run(process.execPath, [tsc, "-p", directory]).catch((error: { stdout: string }) => error);
    expect(stdout).toBe("");
  });
});
