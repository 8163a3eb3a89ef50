import { readFileSync } from "node:fs";
import { vendor } from "@agent-chats/schema/cargo";
import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { expect, test } from "vitest";
import { driftKinds } from "./finding.ts";
import { createDrift, formatDriftReport } from "./index.ts";

const text = readFileSync(new URL("../../../../docs/drift.md", import.meta.url), "utf8");

test("docs/drift.md has the kinds, in their order", () => {
  const table = text.slice(text.indexOf("## What it notices"), text.indexOf("`drift.report()` is"));
  expect([...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, kind]) => kind)).toEqual(driftKinds);
});

test("docs/drift.md shows a report as it is", () => {
  const time = "2026-11-18T08:41:07.590Z";
  const chat = { uuid: "1", createdAt: time, updatedAt: time, creditsUsedCount: "12", priority: "high" };
  const drift = createDrift(vendor, jsonSchemas);
  const triggers = [{ type: "slack" }, { type: "draft" }];
  drift.add("listChats", 200, { chats: triggers.map((trigger) => ({ ...chat, trigger })) });
  drift.add("listChats", 200, { data: [] });
  drift.add("listChats", 403);
  expect(text).toContain(`\`\`\`\n${formatDriftReport(drift.report())}\`\`\``);
});
