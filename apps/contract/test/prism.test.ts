import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createCotool } from "@agent-chats/client/cotool";
import { expect, test } from "vitest";
import { startPrism } from "../src/prism.ts";
import { startAll, startMock } from "../src/session.ts";
import { readSpec } from "../src/specs.ts";

const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";

test("a Prism that ends before it listens is an error with what it printed", async () => {
  await expect(startPrism("/nowhere/openapi.yaml")).rejects.toThrow(
    /ended with code 1[\s\S]*no such file or directory/,
  );
});

test("a Prism that does not listen in time is killed", async () => {
  await expect(startPrism(readSpec("cotool").file, { patienceMs: 1 })).rejects.toThrow("ended with SIGKILL");
});

test("where one Prism does not start, none is left running", async () => {
  const spec = readSpec("cotool");
  const children: ChildProcess[] = [];
  const hear = (message: unknown) => children.push((message as { process: ChildProcess }).process);
  subscribe("child_process", hear);
  const sessions = startAll([spec, { ...spec, file: "/nowhere/openapi.yaml" }].map((each) => startMock(each)));
  await expect(sessions).rejects.toThrow("no such file or directory");
  unsubscribe("child_process", hear);
  const ends = children.map(({ exitCode, signalCode }) => signalCode ?? exitCode);
  expect(ends).toEqual(["SIGTERM", 1]);
});

test("an example that breaks its schema is a complaint, printed and in a header", async () => {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  const spec = readSpec("cotool");
  cpSync(dirname(spec.file), folder, { recursive: true });
  const example = join(folder, "examples", "list-agent-chats.empty.yaml");
  writeFileSync(example, readFileSync(example, "utf8").replace("totalCount: 0", "totalCount: none"));
  const session = await startMock({ ...spec, file: join(folder, "openapi.yaml") });
  try {
    expect(await session.takeComplaints()).toEqual([]);
    const cotool = createCotool(session.options({ headers: { prefer: "example=empty" } }));
    await cotool.api.GET("/api/agents/{agentId}/chats", { params: { path: { agentId } } });
    const complaints = await session.takeComplaints();
    expect(complaints).toContainEqual(expect.stringContaining("Violation: response.body.totalCount"));
    expect(complaints).toContain("sl-violations: Response body property totalCount must be integer");
    expect(await session.takeComplaints()).toEqual([]);
  } finally {
    await session.stop();
    rmSync(folder, { recursive: true });
  }
  await expect(fetch(session.url)).rejects.toThrow();
});
