import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createDrift, type Drift, type DriftFinding, readHar } from "@agent-chats/client/drift";
import { createInvent } from "@agent-chats/client/invent";
import { createEmulator } from "@agent-chats/emulator";
import type { JsonSchemas, Vendor, VendorId } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { jsonSchemas as cargoSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { jsonSchemas as cotoolSchemas } from "@agent-chats/schema/cotool/json-schemas";
import { vendor as invent } from "@agent-chats/schema/invent";
import { jsonSchemas as inventSchemas } from "@agent-chats/schema/invent/json-schemas";
import { describe, expect, test } from "vitest";
import { driftSeeds, type Item } from "../src/drift-seeds.ts";
import { specs } from "../src/specs.ts";

const generated: { readonly [V in VendorId]: readonly [Vendor, JsonSchemas] } = {
  cargo: [cargo, cargoSchemas],
  cotool: [cotool, cotoolSchemas],
  invent: [invent, inventSchemas],
};

const watch = (vendor: VendorId): Drift => createDrift(...generated[vendor]);
const toLine = ({ kind, path, count, of, renamedFrom }: DriftFinding) =>
  `${kind} ${path} ${count}/${of}${renamedFrom === undefined ? "" : `, was ${renamedFrom}`}`;
const found = (drift: Drift) => drift.report().operations.flatMap(({ findings }) => findings.map(toLine));

/** The first page of a listing, from the examples of its spec: a copy that may be changed. */
function pageOf(vendor: VendorId, operation: string): unknown {
  const { operations = [] } = specs.find((spec) => spec.vendor === vendor) ?? {};
  const answer = operations.find(({ id }) => id === operation)?.answers.find(({ status }) => status === 200);
  return structuredClone(answer?.examples.find(({ name }) => name === "first")?.value);
}

describe("the examples of the specs", () => {
  /** They have tags that the spec does not know on purpose: a client meets such. */
  const unknownTags: { readonly [V in VendorId]: readonly string[] } = {
    cargo: [
      "unknown-tag $.chats[*].trigger.type 1/8",
      "unknown-tag $.messages[*].parts[*].type 1/31",
      "unknown-tag $.messages[*].resources[*].kind 1/6",
    ],
    cotool: [],
    invent: ["unknown-tag $[*].last_message.messages[*].parts[*].type 1/8"],
  };

  test.each(specs)("do not drift from the spec: $vendor", ({ vendor, operations }) => {
    const drift = watch(vendor);
    for (const { id, answers } of operations) {
      for (const { status, examples } of answers) for (const { value } of examples) drift.add(id, status, value);
    }
    expect(found(drift)).toEqual(unknownTags[vendor]);
    const statuses = operations.flatMap(({ answers }) => answers);
    expect(drift.report().operations).toHaveLength(statuses.length);
  });
});

const listings: { readonly [V in VendorId]: string } = {
  cargo: "listChats",
  cotool: "listAgentChats",
  invent: "listOrgChats",
};
const vendors = Object.keys(listings) as VendorId[];

describe.each(vendors)("what drifts at %s", (vendor) => {
  const operation = listings[vendor];

  /** What is found in a page after a change to each of its items, beyond what is found without. */
  function findAfter(change: (item: Item) => void): string[] {
    const drift = watch(vendor);
    const page = pageOf(vendor, operation) as Item;
    drift.add(operation, 200, page);
    const before = found(drift);
    const changed = watch(vendor);
    for (const item of page.chats ?? page) change(item);
    changed.add(operation, 200, page);
    return found(changed).filter((line) => !before.includes(line));
  }

  test.each(driftSeeds[vendor])("is named by kind and path: $name", ({ change, findings }) => {
    expect(findAfter(change)).toEqual(findings);
  });

  test("is named by kind and path: the envelope", () => {
    const drift = watch(vendor);
    const page = pageOf(vendor, operation) as Item;
    const { chats = page, ...rest } = Array.isArray(page) ? {} : page;
    drift.add(operation, 200, { ...rest, data: chats });
    const expected =
      vendor === "invent" ? ["other-type $ 1/1"] : ["missing-field $.chats 1/1", "new-field $.data 1/1, was chats"];
    expect(found(drift)).toEqual(expected);
  });

  test("is found in a HAR file as well", () => {
    const drift = watch(vendor);
    const [seed] = driftSeeds[vendor];
    const page = pageOf(vendor, operation) as Item;
    for (const item of page.chats ?? page) seed?.change(item);
    const path = generated[vendor][0].operations[operation]?.path.replace(/\{\w+\}/, "7");
    const url = `${generated[vendor][0].baseUrl}${path}?limit=50`;
    const entries = [
      { request: { method: "GET", url }, response: { status: 200, content: { text: JSON.stringify(page) } } },
    ];
    expect(readHar({ log: { entries } }, [drift])).toEqual({ compared: 1, skipped: [] });
    expect(found(drift)).toEqual(expect.arrayContaining([...(seed?.findings ?? ["a seed"])]));
  });
});

test("a change from dates to times is found where the spec takes both", () => {
  const drift = watch("invent");
  const page = pageOf("invent", "listOrgChats") as Item;
  const times = () => found(drift).filter((line) => line.includes("$[*].created_at"));
  const addPage = (created_at: string) =>
    drift.add(
      "listOrgChats",
      200,
      page.map((chat: Item) => ({ ...chat, created_at })),
    );
  for (let pages = 0; pages < 7; pages++) addPage("2026-11-18");
  expect(times()).toEqual([]);
  addPage("2026-11-18T08:41:07.590Z");
  expect(times()).toEqual(["other-format $[*].created_at 3/24"]);
});

describe("the walks of the clients, watched", () => {
  const emulator = createEmulator({ chats: 300 });
  const options = (drift: Drift) => ({ token: emulator.token, fetch: emulator.fetch, observe: drift.observe });

  /** Values and tags that the emulator adds: for some fields the pages show one value of many, and vendors add tags. */
  const added: { readonly [V in VendorId]: readonly string[] } = {
    cargo: ["unknown-tag $.chats[*].trigger.type"],
    cotool: ["new-extensible-value $.chats[*].detectionPlatform"],
    invent: [
      "unknown-tag $[*].last_message.messages[*].parts[*].type",
      "new-extensible-value $[*].features.reasoning.effort",
      "new-extensible-value $[*].last_message.features.reasoning.effort",
      "new-extensible-value $[*].state.assistant_config.language",
    ],
  };

  test.each(vendors)("find nothing in the emulator's answers that it does not add: %s", async (vendor) => {
    const drift = watch(vendor);
    const agentId = emulator.state.cotool.agents[0]?.agentId ?? "";
    const { orgId: org_id } = emulator.state.invent;
    const lists = {
      cargo: () => createCargo(options(drift)).chats.list({}, { pageSize: 50 }),
      cotool: () => createCotool(options(drift)).chats.list({ agentId }, { pageSize: 20 }),
      invent: () => createInvent(options(drift)).chats.list({ org_id }, { pageSize: 50 }),
    };
    const chats = await lists[vendor]().toArray();
    const [report, ...none] = drift.report().operations;
    expect([report?.operation, report?.incomplete, none]).toEqual([listings[vendor], 0, []]);
    expect(report?.answers).toBeGreaterThan(1);
    expect(chats.length).toBeGreaterThan(20);
    const findings = report?.findings.filter(({ kind }) => kind !== "never-seen") ?? [];
    expect([...new Set(findings.map(({ kind, path }) => `${kind} ${path}`))]).toEqual(added[vendor]);
  });
});
