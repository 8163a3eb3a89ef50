import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import {
  type AnyUnifiedFilter,
  createMatcher,
  createUnified,
  type FeedOptions,
  toUnifiedChat,
  type UnifiedChat,
} from "@agent-chats/client/unified";
import { createEmulator, type Emulator } from "@agent-chats/emulator";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** An emulator whose data is a minute old, as its clock has it, and a feed of all that it has. */
function start(chats = 110, seed = 3) {
  let now = new Date("2026-11-20T15:04:00.000Z");
  const emulator = createEmulator({ chats, seed, clock: () => now });
  now = new Date("2026-11-20T15:05:00.000Z");
  const tick = () => {
    now = new Date(now.getTime() + 1500);
  };
  const fetch: typeof emulator.fetch = (...request) => {
    tick();
    return emulator.fetch(...request);
  };
  const options = { token: emulator.token, fetch, retry: false } as const;
  const agentIds = emulator.state.cotool.agents.map(({ agentId }) => agentId);
  const unified = createUnified({
    cargo: createCargo(options),
    cotool: { client: createCotool(options), agentIds },
    invent: { client: createInvent(options), orgId: "c" },
  });
  return { emulator, unified };
}

/** Every chat that the emulator has at the moment, in the envelope. */
function everyChat({ state: { cargo, cotool, invent } }: Emulator): UnifiedChat[] {
  return [
    ...cargo.chats.map((chat) => toUnifiedChat("cargo", chat as never)),
    ...cotool.agents.flatMap(({ agentId }) =>
      (cotool.chatsOf(agentId) ?? []).map((chat) => toUnifiedChat("cotool", chat as never)),
    ),
    ...invent.chats.map((chat) => toUnifiedChat("invent", chat as never)),
  ];
}

async function read(chats: AsyncIterable<UnifiedChat>): Promise<UnifiedChat[]> {
  const all: UnifiedChat[] = [];
  for await (const chat of chats) all.push(chat);
  return all;
}
const keyOf = ({ vendor, id }: UnifiedChat) => `${vendor} ${id}`;
const keysOf = (chats: readonly UnifiedChat[]) => chats.map(keyOf).sort();
const timesOf = (chats: readonly UnifiedChat[]) => chats.map(({ createdAt }) => createdAt);
const leaveOut = { unanswerable: "leaveOut" } as const;

const { emulator, unified } = start(50);
const known = everyChat(emulator);
/** Values that chats of the emulator have, so that filters find something. */
const valuesOf = (field: "agent" | "state" | "channel" | "trigger") => [
  ...new Set(known.flatMap((chat): readonly string[] => (chat[field] ? [chat[field]].flat() : []) as string[])),
];
const some = (field: Parameters<typeof valuesOf>[0]) =>
  fc.option(fc.subarray(valuesOf(field), { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 1 });
const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });
const words = known.flatMap(({ title }) => title?.split(/\s+/) ?? []);
const times = known.flatMap(({ createdAt }) => createdAt ?? []);
const range = fc
  .tuple(fc.constantFrom(...times), fc.constantFrom(...times))
  .map(([one, other]) => (one < other ? { from: one, before: other } : { from: other, before: one }));
/** Filters of one or two criteria more often than of many: most chats satisfy none of those. */
const filters = fc
  .record({
    agent: some("agent"),
    state: some("state"),
    channel: some("channel"),
    trigger: some("trigger"),
    text: rarely(fc.constantFrom(...words).map((word) => word.slice(0, 4).toUpperCase())),
    created: rarely(range),
    updated: rarely(range),
    unread: rarely(fc.boolean()),
    cost: rarely(fc.record({ from: fc.integer({ min: 0, max: 3 }) })),
    score: rarely(fc.record({ from: fc.constantFrom(0, 0.5, 5, 50) })),
    not: rarely(fc.record({ state: fc.subarray(valuesOf("state")), trigger: fc.subarray(valuesOf("trigger")) })),
  })
  .chain((all) =>
    fc
      .subarray(Object.keys(all), { maxLength: 3 })
      .map((names) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))),
  ) as fc.Arbitrary<AnyUnifiedFilter>;

describe("the feed of the emulator's three vendors", () => {
  test("is every chat, in the order of its creation, and complete", async () => {
    const walk = unified.chats().walk();
    const chats = await read(walk);
    expect(keysOf(chats)).toEqual(keysOf(known));
    expect(timesOf(chats)).toEqual(timesOf(known).toSorted().toReversed());
    expect(walk.receipt.complete).toBe(true);
    const late = walk.receipt.sources.reduce((sum, source) => sum + source.late, 0);
    expect([late, walk.receipt.sources.length]).toEqual([0, 2 + emulator.state.cotool.agents.length]);
  });

  test("is, of what is sent and judged, exactly what the predicate alone leaves of everything", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const cannot = unified.explain(filter).filter(({ cannot }) => cannot.length > 0);
        fc.pre(cannot.length < 3);
        const asked = new Set(unified.vendors.filter((id) => !cannot.some(({ vendor }) => vendor === id)));
        const wanted = known.filter((chat) => asked.has(chat.vendor)).filter(createMatcher(filter));
        const walk = unified.chats(filter, leaveOut).walk();
        const sent = await read(walk);
        expect(keysOf(sent)).toEqual(keysOf(wanted));
        expect(sent.every(createMatcher(filter))).toBe(true);
        const alone = await read(unified.chats(filter, { ...leaveOut, send: false }));
        expect(timesOf(alone)).toEqual(timesOf(sent));
        found += sent.length;
      }),
      { numRuns: 50, seed: 20_261_125 },
    );
    // A law of empty lists would hold by itself.
    expect(found).toBeGreaterThan(150);
  });

  test("reads less where more is sent", async () => {
    const requestsOf = async (filter: AnyUnifiedFilter, options: FeedOptions) => {
      const walk = unified.chats(filter, { ...leaveOut, pageSize: 20, ...options }).walk();
      await read(walk);
      return walk.receipt.sources.map((source) => source.walk?.requests ?? 0);
    };
    const filter = { vendor: ["cargo" as const], state: ["failed" as const] };
    const [sent = 0] = await requestsOf(filter, {});
    const [alone = 0] = await requestsOf(filter, { send: false });
    expect(sent).toBeLessThan(alone);
  });

  test("gives exactly once what stays, while lists change between requests and the feed is cut off again and again", () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 1000 }),
        fc.array(fc.nat({ max: 90 }), { maxLength: 4 }),
        async (seed, crashes) => {
          const { emulator, unified } = start(60, seed);
          const churn = { churn: { inserts: { atMost: 2 }, deletes: { atMost: 1 }, updates: { atMost: 2 } } };
          emulator.dials.cargo.listChats = emulator.dials.cotool.listAgentChats = churn;
          emulator.dials.invent.listOrgChats = { ...churn, order: { by: "created" } };
          const before = everyChat(emulator).map(keyOf);
          const options = { pageSize: 20 };
          const given: string[] = [];
          let cursor: string | undefined;
          for (const taken of crashes) {
            const walk = unified.chats({}, options).walk({ cursor });
            for (let count = 0; count < taken; count++) {
              const { value } = await walk.next();
              if (value) given.push(keyOf(value));
            }
            cursor = walk.cursor;
          }
          const last = unified.chats({}, options).walk({ cursor });
          given.push(...(await read(last)).map(keyOf));
          expect(given.length).toBe(new Set(given).size);
          const after = new Set(everyChat(emulator).map(keyOf));
          const missed = before.filter((key) => after.has(key) && !given.includes(key));
          if (last.receipt.complete === true) expect(missed).toEqual([]);
          if (crashes.length === 0) expect(last.receipt.complete).not.toBe(false);
        },
      ),
      { numRuns: 15, seed: 20_261_125 },
    ));

  test("goes on without a vendor that is down, says which and why, and has the rest once it is back", async () => {
    const { emulator, unified } = start(40);
    emulator.faults.invent.listOrgChats = [{ kind: "status", status: 503, times: 2 }];
    const page = await unified.chats().page(undefined, { size: 1000 });
    expect(new Set(page.items.map(({ vendor }) => vendor))).toEqual(new Set(["cargo", "cotool"]));
    expect(page.failures.map(({ vendor, error }) => [vendor, (error as { status?: number }).status])).toEqual([
      ["invent", 503],
    ]);
    await expect(unified.chats({}, { cursor: page.cursor }).walk().next()).rejects.toMatchObject({ status: 503 });
    const rest = await unified.chats().page(page.cursor, { size: 1000 });
    expect(keysOf([...page.items, ...rest.items])).toEqual(keysOf(everyChat(emulator)));
  });
});
