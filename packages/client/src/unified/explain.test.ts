import type { VendorId } from "@agent-chats/schema";
import { describe, expect, test } from "vitest";
import { serveFeed } from "../../test/feed-servers.ts";
import { newest, rows } from "../../test/list-server.ts";
import { type AnyUnifiedFilter, createUnified } from "./index.ts";

const uuid = "8c1f6e0b-2a57-4d3e-9b14-6f0a7d52c801";
const { unified } = serveFeed({});
/** What one vendor is sent, and what is decided here. */
function told(vendor: VendorId, filter: AnyUnifiedFilter) {
  const explanation = unified.explain(filter).find((each) => each.vendor === vendor);
  const parameters = Object.assign({}, ...(explanation?.sent ?? []).map((each) => each.parameters));
  return [parameters, explanation?.here, explanation?.reads];
}

describe("what is sent", () => {
  test.each<[VendorId, AnyUnifiedFilter, object, string[], string]>([
    ["cargo", {}, {}, [], "matching"],
    ["cargo", { agent: [uuid] }, { agentUuid: uuid }, [], "matching"],
    ["cargo", { agent: [uuid, uuid] }, {}, ["agent"], "everything"],
    ["cargo", { agent: ["no-uuid"] }, {}, ["agent"], "everything"],
    [
      "cargo",
      { state: ["running", "failed"] },
      { messageStatuses: ["pending", "generating", "cancelling", "error"] },
      [],
      "matching",
    ],
    ["cargo", { state: ["open"] }, {}, ["state"], "nothing"],
    ["cargo", { state: ["open", "failed"] }, { messageStatuses: ["error"] }, [], "matching"],
    ["cargo", { text: "Q4", trigger: ["app"] }, { name: "Q4", triggerType: "app" }, [], "matching"],
    ["cargo", { trigger: ["fax"] }, {}, ["trigger"], "everything"],
    [
      "cargo",
      { cost: { from: 1 }, not: { agent: [uuid], vendor: ["invent"] } },
      {},
      ["cost", "not.agent"],
      "everything",
    ],
    [
      "cargo",
      { created: { from: "2026-11-01", before: "2026-11-02" }, updated: { from: "2026-11-01" } },
      { createdAfter: "2026-10-31T23:59:59.999Z", createdBefore: "2026-11-02T00:00:00.000Z" },
      ["updated"],
      "everything",
    ],
    ["cotool", { text: "a", state: ["failed"], score: { from: 1 } }, {}, ["text", "state", "score"], "everything"],
    ["cotool", { agent: ["b", "z"] }, { agentId: ["b", "z"] }, [], "matching"],
    ["cotool", { agent: ["z"] }, { agentId: ["z"] }, [], "nothing"],
    ["invent", { agent: ["x"], text: "a" }, { assistant_id: "x", search: "a" }, [], "matching"],
    ["invent", { text: "a".repeat(257) }, {}, ["text"], "everything"],
    ["invent", { state: ["open"] }, { state: "OPEN" }, [], "matching"],
    ["invent", { state: ["failed"] }, { status: "FAILED" }, [], "matching"],
    ["invent", { state: ["open", "snoozed"] }, {}, ["state"], "everything"],
    ["invent", { state: ["open", "failed"] }, {}, ["state"], "everything"],
    ["invent", { unread: true, channel: ["gmail"] }, { filter: "UNREAD", integration_id: "gmail" }, [], "matching"],
    ["invent", { unread: false, channel: ["fax"] }, {}, ["unread", "channel"], "everything"],
    ["invent", { vendor: ["cargo"] }, {}, [], "nothing"],
  ])("to %s of %j", (vendor, filter, parameters, here, reads) => {
    expect(told(vendor, filter)).toEqual([parameters, here, reads]);
  });

  test("is said in words, with what it costs", () => {
    const costs = unified.explain({ created: { from: "2026-11-01" }, cost: { from: 1 } }).map(({ cost }) => cost);
    expect(costs).toEqual([
      "Every page of what is left by created must be read: cost can only be decided here.",
      "Cotool is not asked: it tells no cost.",
      "Invent is not asked: it tells no cost.",
    ]);
    const open = unified.explain({ state: ["open"], vendor: ["cargo", "cotool"] }).map(({ cost }) => cost);
    expect(open).toEqual([
      "Cargo is not asked: none of its chats can be in such a state.",
      "Cotool is not asked: none of its chats can be in such a state.",
      "Invent is not asked: the filter names other vendors.",
    ]);
    expect(unified.explain({ text: "a" })[0]?.cost).toBe("Only pages of chats that match are read.");
    expect(unified.explain({})[1]).toMatchObject({ cost: "The pages of the list are read.", lists: 2 });
  });

  test("asks for the list of an agent once, in whatever letters its UUID is written", () => {
    const named = createUnified({ cotool: { client: {} as never, agentIds: [uuid, uuid.toUpperCase()] } });
    expect(named.explain({})[0]?.lists).toBe(1);
    expect(named.explain({ agent: [uuid.toUpperCase()] })[0]?.lists).toBe(1);
    const letters = createUnified({ cotool: { client: {} as never, agentIds: ["a", "A"] } });
    expect(letters.explain({})[0]?.lists).toBe(2);
  });

  test("arrives, of no more lists than are wanted, and nothing where `send` is false", async () => {
    const { unified, servers } = serveFeed({ "cotool b": rows(3) });
    const filter = { agent: ["b"], text: "none" };
    await unified.chats(filter).page();
    expect(servers.cargo.requests).toEqual(["/v1/ai/chats/list?name=none&offset=0&limit=66"]);
    expect(servers.invent.requests[0]).toContain("?assistant_id=b&search=none&");
    expect([servers["cotool a"].requests.length, servers["cotool b"].requests.length]).toEqual([0, 1]);
    await unified.chats(filter, { send: false }).page();
    expect(servers.cargo.requests.at(-1)).toBe("/v1/ai/chats/list?offset=0&limit=66");
    expect(servers["cotool a"].requests.length).toBe(1);
  });

  test("leaves out by choice the vendors that cannot answer, and says so; else it is an error that names them", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(2), "cotool a": rows(2), invent: rows(2) });
    const cannot = () => unified.chats({ score: { from: 0 } } as object);
    expect(cannot).toThrow(
      expect.objectContaining({ name: "InvalidRequestError", parameter: "score", vendor: "cargo" }),
    );
    const walk = unified.chats({ trigger: ["jira"] }, { unanswerable: "leaveOut" }).walk();
    expect((await walk.next()).done).toBe(true);
    expect(walk.receipt.leftOut).toEqual([{ vendor: "invent", filters: ["trigger"] }]);
    expect(servers.invent.requests).toEqual([]);
    const nobody = () => unified.chats({ score: { to: 1 }, cost: { to: 1 } }, { unanswerable: "leaveOut" });
    expect(nobody).toThrow(expect.objectContaining({ parameter: "score" }));
    const chosen = unified.chats({ vendor: ["cotool"], created: { from: new Date(newest) }, score: { from: 0 } });
    expect((await chosen.page()).items).toEqual([]);
  });

  test("needs clients: of the vendors that are named, and of one at least", () => {
    expect(() => createUnified({})).toThrow(expect.objectContaining({ parameter: "vendor" }));
    expect(() => createUnified({ acme: {} } as object)).toThrow("acme is no vendor");
    const alone = createUnified({ cargo: { chats: {} } as never, invent: undefined });
    expect(alone.vendors).toEqual(["cargo"]);
    expect(() => alone.chats({ vendor: ["invent"] })).toThrow("names invent, of which there is no client");
    for (const wrong of [{ by: "title" }, { unordered: "no" }, { send: 1 }, { unanswerable: "no" }]) {
      const [parameter] = Object.keys(wrong);
      expect(() => unified.chats({}, wrong as object)).toThrow(expect.objectContaining({ parameter }));
    }
  });

  test("refuses options that there are not, of a feed, a walk and a page, and sizes that are none, by their own name", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(3) });
    const feed = unified.chats({}, { by: undefined, send: undefined });
    const named = (parameter: string) =>
      expect.objectContaining({ kind: "invalid-request", vendor: "unified", parameter });
    for (const name of ["maxItems", "size", "order", "toString"]) {
      expect(() => unified.chats({}, { [name]: 1 })).toThrow(named(name));
      expect(() => unified.chats({}, { [name]: 1 })).toThrow("there are cursor, unordered, pageSize, ");
    }
    for (const wrong of [{ by: "created" }, { send: true }, { unanswerable: "leaveOut" }, { unordered: "no" }]) {
      expect(() => feed.walk(wrong as object)).toThrow(named(`${Object.keys(wrong)}`));
    }
    for (const wrong of [{ pageSize: 5 }, { cursor: "c" }]) {
      const page = feed.page(undefined, wrong as object);
      await expect(page).rejects.toEqual(named(`${Object.keys(wrong)}`));
      await expect(page).rejects.toThrow("is not an option of a page; there are size, signal");
    }
    for (const size of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5", null]) {
      const page = feed.page(undefined, { size: size as number });
      await expect(page).rejects.toEqual(named("size"));
      await expect(page).rejects.toThrow(`size must be a whole number from 1, not ${size}.`);
    }
    expect(servers.cargo.requests).toEqual([]);
    expect((await feed.page(undefined, { size: 1, signal: undefined })).items).toHaveLength(1);
  });
});
