import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as invent } from "@agent-chats/schema/invent";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAgentChatsError } from "../errors.ts";
import { listingHash, type Mark, readCursor, staleCursor, writeCursor } from "./cursor.ts";
import { fingerprint } from "./fingerprint.ts";

const { listChats, listMessages } = cargo.operations;
const chats = { vendor: cargo, operation: listChats };

const anchor = fc.string().map((id) => fingerprint(id, "v"));
const times = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 8_640_000_000_000 }));
const marks: fc.Arbitrary<Mark> = fc.record({
  walk: fc.constantFrom("forward", "backward", "windows"),
  position: fc.oneof(fc.nat(), fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })),
  beganAt: times,
  isProven: fc.boolean(),
  isStill: fc.boolean(),
  anchors: fc.array(anchor, { maxLength: 8 }),
});
const mark: Mark = { walk: "forward", position: 12, beganAt: 0, isProven: true, isStill: false, anchors: [] };

describe("a cursor", () => {
  test("gives back its mark, is safe in a URL, and has at most 300 characters", () => {
    const listing = listingHash(chats, { name: "Łódź", createdAfter: new Date(0) });
    const run = fc.property(marks, (mark) => {
      const cursor = writeCursor(mark, listing);
      expect(cursor).toMatch(/^[0-9a-z.-]{8,300}$/);
      expect(readCursor(chats, cursor, listing)).toEqual(mark);
    });
    fc.assert(run);
  });

  test("keeps its form from release to release", () => {
    const anchors = [fingerprint("r10", "v"), fingerprint("r11", "v")];
    const cursor = writeCursor({ ...mark, beganAt: 1_793_491_200_000, anchors }, "listing");
    expect(cursor).toBe("1.listing.f1.12.mvx2cqo0.1lvzlp61ji9f441gc8v6i1wfp1co17sftuq0nk6hfe0hht47l1wfp1co");
  });

  test("belongs to one vendor, one operation and one set of filters", () => {
    const filters = { name: "a" };
    const hashes = [
      listingHash(chats, filters),
      listingHash({ vendor: cargo, operation: listMessages }, filters),
      listingHash({ vendor: invent, operation: listChats }, filters),
      listingHash(chats, { name: "b" }),
      listingHash(chats, { triggerType: "a" }),
      listingHash(chats, { name: "a", triggerType: "a" }),
      listingHash(chats, {}),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("of a listing is known to every release that reads its version", () => {
    const filters = { name: "a", createdAfter: new Date(0), messageStatuses: ["pending", "error"] };
    expect([listingHash(chats, {}), listingHash(chats, filters)]).toEqual(["aoigxb14sw", "d5v2otpcjx"]);
  });

  test("belongs to one set of values of a filter, and to a text as it is, even where it reads as a time", () => {
    const hashes = [
      listingHash(chats, {}),
      listingHash(chats, { name: "" }),
      listingHash(chats, { messageStatuses: ["error"] }),
      listingHash(chats, { messageStatuses: ["error", "pending"] }),
      listingHash(chats, { name: "2026-11-01" }),
      listingHash(chats, { name: "2026-11-01T00:00:00.000Z" }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("does not mind how the same filters are written", () => {
    const written = [
      { createdAfter: new Date("2026-11-01"), messageStatuses: ["error", "pending"] },
      { messageStatuses: ["pending", "error"], createdAfter: "2026-11-01T00:00:00.000Z" },
      { messageStatuses: ["pending", "error"], createdAfter: "2026-11-01", name: undefined, userEmails: [] },
    ];
    expect(new Set(written.map((filters) => listingHash(chats, filters))).size).toBe(1);
  });

  test("of another listing is refused by name", () => {
    const cursor = writeCursor(mark, "a");
    expect(() => readCursor(chats, cursor, "b")).toThrow(
      "Cargo, list chats: the cursor belongs to another listing: vendor, operation and filters must be the same.",
    );
  });

  test("of another version is refused by name, whatever its form is", () => {
    for (const cursor of ["2.anything:of.the-future", writeCursor(mark, "a").replace(/^1/, "2")]) {
      expect(() => readCursor(chats, cursor, "a")).toThrow("the cursor has version 2; this release reads 1.");
    }
  });

  const print = "0".repeat(28);
  test.each([
    "",
    "1",
    "page-2",
    "1.a",
    "1.a.f1.12.",
    "1.a.f1.12.0",
    " 1.a.f1.12.0.",
    "1.a.f1.12.0.\n",
    "1.A.f1.12.0.",
    "1.a.x1.12.0.",
    "1.a.f4.12.0.",
    "1.a.f1.1.2.0.",
    "1.a.f1.1e3.0.",
    "1.a.f1.9999999999999999.0.",
    `1.a.f1.12.0.${print.slice(1)}`,
    `1.a.f1.12.0.${print.repeat(9)}`,
    `1.a.f1.12.0.${print}.0`,
  ])("is not %j", (cursor) => {
    expect(() => readCursor(chats, cursor, "a")).toThrow(
      "Cargo, list chats: the cursor is not a cursor of this package.",
    );
  });

  test("that is refused is a CursorError of its vendor and operation", () => {
    for (const error of [staleCursor(chats), catchError(() => readCursor(chats, "", "a"))]) {
      expect(isAgentChatsError(error)).toBe(true);
      expect(error).toMatchObject({ name: "CursorError", kind: "cursor", vendor: "cargo", operation: "listChats" });
    }
    expect(staleCursor(chats).message).toContain("the cursor is stale");
  });
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
