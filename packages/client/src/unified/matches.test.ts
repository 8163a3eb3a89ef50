import { describe, expect, test } from "vitest";
import { InvalidRequestError } from "../errors.ts";
import { type AnyUnifiedFilter, createMatcher, matches, type UnifiedChat } from "./index.ts";

const chat = {
  ...{ vendor: "invent", id: "i", title: "Refund for ÉTÉ", agent: "a", state: ["open", "failed"] },
  ...{ createdAt: "2026-11-18T08:00:00.000Z", updatedAt: "2026-11-18T09:00:00.000Z" },
  ...{ channel: "gmail", trigger: "draft", unread: 0, cost: { amount: 2, unit: "credits" }, score: 0.5, raw: {} },
} as unknown as UnifiedChat;
const bare = { vendor: "invent", id: "b", createdAt: null, raw: {} } as unknown as UnifiedChat;

/** Filters that the chat satisfies, and beside each the nearest that it does not. */
const pairs: readonly [AnyUnifiedFilter, AnyUnifiedFilter][] = [
  [{ vendor: ["cargo", "invent"] }, { vendor: ["cargo"] }],
  [{ agent: ["x", "a"] }, { agent: ["x"] }],
  [{ state: ["open"] }, { state: ["closed"] }],
  [{ state: ["failed", "done"] }, { state: ["done", "snoozed"] }],
  [{ text: "refund FOR été" }, { text: "refunds" }],
  [{ created: { from: "2026-11-18T08:00:00Z" } }, { created: { from: "2026-11-18T08:00:00.001Z" } }],
  [{ created: { before: "2026-11-18T08:00:00.001Z" } }, { created: { before: new Date("2026-11-18T08:00:00Z") } }],
  [
    { updated: { from: "2026-11-18", before: "2026-11-19" } },
    { updated: { from: "2026-11-17", before: "2026-11-18" } },
  ],
  [{ channel: ["gmail"] }, { channel: ["Gmail"] }],
  [{ trigger: ["draft"] }, { trigger: ["app"] }],
  [{ unread: false }, { unread: true }],
  [{ cost: { from: 2, to: 2 } }, { cost: { from: 2.1 } }],
  [{ score: { to: 0.5 } }, { score: { to: 0.49 } }],
  [{ not: { state: ["closed"], vendor: ["cargo"] } }, { not: { state: ["failed"] } }],
  [{ not: { agent: ["x"] } }, { not: { agent: ["x", "a"] } }],
];

describe("the predicate", () => {
  test.each(pairs)("tells %j from %j", (yes, no) => {
    expect([matches(yes, chat), matches(no, chat)]).toEqual([true, false]);
  });

  test("asks for all that is given, and for nothing by what is empty", () => {
    expect(matches({ text: "refund", state: ["closed"] }, chat)).toBe(false);
    const empty: AnyUnifiedFilter = {
      vendor: [],
      agent: [],
      text: "",
      created: {},
      not: { agent: [] },
      score: undefined,
    };
    expect([chat, bare].map(createMatcher(empty))).toEqual([true, true]);
  });

  test("takes what is absent for nothing: neither wanted nor unwanted", () => {
    for (const [yes, no] of pairs.filter(([{ vendor, not }]) => !vendor && !not)) {
      expect([matches(yes, bare), matches(no, bare)]).toEqual([false, false]);
    }
    expect(matches({ not: { agent: ["a"], state: ["failed"] } }, bare)).toBe(true);
  });

  test("takes a UUID for the same in small and in large letters, and no other word", () => {
    const uuid = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    for (const [wanted, agent] of [
      [uuid.toUpperCase(), uuid],
      [uuid, uuid.toUpperCase()],
    ] as const) {
      const own = { ...chat, agent } as UnifiedChat;
      expect([matches({ agent: [wanted] }, own), matches({ not: { agent: [wanted] } }, own)]).toEqual([true, false]);
    }
    expect(matches({ agent: ["A"] }, chat)).toBe(false);
  });

  test("refuses a filter that is none, and names what is wrong", () => {
    const refused: [unknown, string][] = [
      [{ texts: "a" }, "texts"],
      [{ text: 7 }, "text"],
      [{ state: "open" }, "state"],
      [{ state: ["OPEN"] }, "state"],
      [{ vendor: ["acme"] }, "vendor"],
      [{ vendor: "" }, "vendor"],
      [{ vendor: null }, "vendor"],
      [{ agent: [7] }, "agent"],
      [{ unread: "yes" }, "unread"],
      [{ created: { after: "2026" } }, "created"],
      [{ created: ["2026"] }, "created"],
      [{ created: { from: "soon" } }, "created.from"],
      [{ created: { from: "7" } }, "created.from"],
      [{ created: { before: "1 Nov 2026" } }, "created.before"],
      [{ created: { before: "2026-11-99" } }, "created.before"],
      [{ updated: { before: new Date(Number.NaN) } }, "updated.before"],
      [{ updated: { from: 1_700_000_000 } }, "updated.from"],
      [{ cost: { from: Number.NaN } }, "cost.from"],
      [{ score: { to: "1" } }, "score.to"],
      [{ not: { text: ["a"] } }, "not.text"],
      [{ not: { state: ["OPEN"] } }, "state"],
      [{ not: { agent: "" } }, "agent"],
      [{ not: { agent: null } }, "agent"],
    ];
    for (const [filter, parameter] of refused) {
      const make = () => createMatcher(filter as AnyUnifiedFilter);
      expect(make, JSON.stringify(filter)).toThrow(InvalidRequestError);
      expect(make, JSON.stringify(filter)).toThrow(expect.objectContaining({ parameter, vendor: "unified" }));
    }
  });

  test("takes times as ISO 8601 has them: to the year, the month, the day and the moment", () => {
    for (const from of [
      "2026",
      "2026-11",
      "2026-11-18",
      "2026-11-18T07:59Z",
      "2026-11-18 08:00:00.000Z",
      "+002026-11-18",
    ]) {
      expect(matches({ created: { from } }, chat), from).toBe(true);
    }
  });

  test("judges 100,000 chats in a moment", () => {
    const many = Array.from({ length: 100_000 }, () => chat);
    const filter: AnyUnifiedFilter = { text: "été", state: ["open"], created: { from: "2026-01-01" } };
    expect(many.filter(createMatcher(filter))).toHaveLength(100_000);
  });
});
