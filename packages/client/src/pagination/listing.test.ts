import { vendor as cargoVendor } from "@agent-chats/schema/cargo";
import { vendor as cotoolVendor } from "@agent-chats/schema/cotool";
import { describe, expect, test } from "vitest";
import { createListServer, rows } from "../../test/list-server.ts";
import { createCargo } from "../cargo/index.ts";
import { createCotool } from "../cotool/index.ts";
import type { WalkOptions } from "./options.ts";

const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";
const token = "token";

describe("counts", () => {
  test("are exact where the vendor gives a total, for one request", async () => {
    const server = createListServer(cotoolVendor.operations.listAgentChats.pagination, rows(42));
    const { chats } = createCotool({ token, fetch: server.fetch });
    expect(await chats.list({ agentId }).count()).toEqual({ kind: "exact", value: 42 });
    expect(server.requests).toEqual([expect.stringMatching(/[?&]limit=1(&|$)/)]);
  });

  test("are at least what a walk saw where it gives none", async () => {
    const server = createListServer(cargoVendor.operations.listChats.pagination, rows(142));
    const { chats } = createCargo({ token, fetch: server.fetch });
    expect(await chats.list().count()).toEqual({ kind: "atLeast", value: 142 });
    expect((await chats.list().page()).total).toEqual({ kind: "unknown" });
  });
});

describe("options", () => {
  const cotool = createCotool({ token, fetch: async () => Response.json({ chats: [], totalCount: 0 }) });
  const list = (options: WalkOptions) => cotool.chats.list({ agentId }, options);

  test.each([0, -1, 1.5, 101, Number.NaN])("refuse a page size of %d, and name the range", (pageSize) => {
    expect(() => list({ pageSize }).walk()).toThrow("pageSize must be a whole number from 1 to 100");
  });

  test.each([-1, 0.5, Number.NaN])("refuse maxItems of %d", (maxItems) => {
    expect(() => list({ maxItems }).walk()).toThrow("maxItems must be a whole number from 0");
  });

  test("refuse a cursor of another listing, another version, or of nobody", async () => {
    const other = createCotool({ token }).chats.list({ agentId: "other" }).walk().cursor;
    expect(() => list({ cursor: other }).walk()).toThrow("belongs to another listing");
    expect(() => list({ cursor: other.replace(/^1/, "2") }).walk()).toThrow("has version 2; this release reads 1");
    expect(() => list({ cursor: "page-2" }).walk()).toThrow("is not a cursor");
    await expect(list({}).page(other)).rejects.toMatchObject({ name: "CursorError", operation: "listAgentChats" });
  });

  test("take a cursor whose filters are the same, however they were written", async () => {
    const cargo = createCargo({ token, fetch: async () => Response.json({ chats: [] }) });
    const at = new Date("2026-11-01");
    const cursor = cargo.chats
      .list({ name: "a", createdAfter: at, messageStatuses: ["error", "pending"] })
      .walk().cursor;
    const same = { messageStatuses: ["pending", "error"], createdAfter: at.toISOString(), name: "a" } as const;
    await cargo.chats.list({ ...same, messageStatuses: [...same.messageStatuses] }).page(cursor);
    const others = [cargo.chats.list({ name: "a" }), cargo.messages.list({ chatUuid: "a" })];
    for (const other of others) await expect(other.page(cursor)).rejects.toThrow("belongs to another listing");
  });

  test("of a use go before those of the listing", async () => {
    const server = createListServer(cotoolVendor.operations.listAgentChats.pagination, rows(10));
    const listing = createCotool({ token, fetch: server.fetch }).chats.list({ agentId }, { pageSize: 5, maxItems: 5 });
    expect(await listing.toArray({ maxItems: 7 })).toHaveLength(7);
    expect(server.requests[0]).toContain("limit=5");
  });
});
