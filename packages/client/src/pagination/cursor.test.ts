import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as invent } from "@agent-chats/schema/invent";
import { describe, expect, test } from "vitest";
import { listingHash, readCursor, writeCursor } from "./cursor.ts";

const { listChats, listMessages } = cargo.operations;
const chats = { vendor: cargo, operation: listChats };

describe("a cursor", () => {
  test("is short, safe in a URL, and gives back its position", () => {
    const listing = listingHash(chats, { name: "Łódź", createdAfter: new Date(0) });
    const cursor = writeCursor(123_456, listing);
    expect(cursor).toMatch(/^[0-9a-z.]{8,40}$/);
    expect(readCursor(chats, cursor, listing)).toBe(123_456);
  });

  test("belongs to one vendor, one operation and one set of filters", () => {
    const filters = { name: "a" };
    const hashes = [
      listingHash(chats, filters),
      listingHash({ vendor: cargo, operation: listMessages }, filters),
      listingHash({ vendor: invent, operation: listChats }, filters),
      listingHash(chats, { name: "b" }),
      listingHash(chats, {}),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test.each(["", "1", "1.2", "1.-2.a", "1.2.A", "1.2.a.b", " 1.2.a", "1.9999999999999999.a"])("is not %j", (cursor) => {
    expect(() => readCursor(chats, cursor, "a")).toThrow("is not a cursor of this package");
  });
});
