import { describe, expect, test } from "vitest";
import { createContext, createJournal, type Item } from "../../test/answers.ts";
import { collect } from "../../test/collect.ts";
import { idsFrom, idsOf, serve, withRange } from "../../test/dialects.ts";
import { drive, read } from "../../test/drive.ts";
import { type ListServer, newest, type Row, rows } from "../../test/list-server.ts";
import { createCargo } from "../cargo/index.ts";
import { walkWindows } from "./creation-windows.ts";
import type { WalkOptions } from "./options.ts";
import type { Ask } from "./window.ts";

/** Rows with these times of creation, in milliseconds before `newest`. */
const createdAgo = (...ages: number[]): Row[] =>
  ages.map((age, index) => ({ id: `r${index}`, createdAt: newest - age }));
const repeat = (count: number, age: (index: number) => number) =>
  createdAgo(...Array.from({ length: count }, (_, index) => age(index)));

async function walkExact(server: ListServer, options: WalkOptions = {}) {
  const walk = withRange.list(server, { pageSize: 10, consistency: "exact", ...options }).walk();
  const ids = idsOf(await collect(walk));
  expect(new Set(ids).size).toBe(ids.length);
  return { ids, receipt: walk.receipt };
}

/** The range that a request asked for, in milliseconds before `newest`. */
function rangeOf(path: string): { after: number | undefined; before: number | undefined } {
  const { searchParams } = new URL(path, "http://x");
  const age = (name: string) => {
    const bound = searchParams.get(name);
    return bound === null ? undefined : newest - Date.parse(bound);
  };
  return { after: age("createdAfter"), before: age("createdBefore") };
}

/** Lists that ask different things of windows. */
const lists: [name: string, list: Row[]][] = [
  ["one row a second", rows(100)],
  ["one row a millisecond", repeat(100, (index) => index)],
  ["ever fewer rows", repeat(60, (index) => index ** 3)],
  ["a burst long ago", repeat(60, (index) => (index < 20 ? index * 1000 : 10_000_000 + index))],
  ["many in one millisecond", repeat(70, (index) => (index < 20 ? index * 1000 : index < 50 ? 20_000 : index * 1000))],
  ["all in one millisecond", repeat(45, () => 500)],
  ["an even fill", repeat(40, (index) => Math.floor(index / 10) * 60_000)],
  ["a burst at the beginning, the oldest first", repeat(50, (index) => (index < 20 ? 60_000 : (50 - index) * 1000))],
  ["years between two halves", repeat(50, (index) => (index < 25 ? index : 100_000_000_000 + index))],
];

describe("windows of creation time", () => {
  for (const range of ["both", "after", "before", "neither"] as const) {
    test.each(lists)(`find everything once, where bounds that belong to a range are ${range}: %s`, async (_, list) => {
      for (const pageSize of [2, 3, 10]) {
        const server = serve(withRange, list);
        server.range = range;
        const { ids, receipt } = await walkExact(server, { pageSize });
        expect(ids.toSorted()).toEqual(idsFrom(list.length).toSorted());
        expect(receipt.walk).toBe("windows");
        expect(receipt.stopReason).toBe("range");
      }
    });
  }

  test("deliver the newest first, whatever the vendor's order", async () => {
    for (const order of [
      rows(60),
      rows(60).toReversed(),
      rows(60).map((_, index) => rows(60)[(index * 7) % 60] as Row),
    ]) {
      const { ids, receipt } = await walkExact(serve(withRange, order));
      expect(ids).toEqual(idsFrom(60));
      expect(receipt.complete).toBe(true);
    }
  });

  test("are complete whatever moves, comes in or goes while they are read", async () => {
    const server = serve(withRange, rows(100));
    server.before = (request) => {
      const [moved, ...others] = server.rows.filter(({ id }) => id !== `r${request * 3}`);
      server.rows = [...rows(2, -2 * request), ...others, moved as Row];
    };
    const { ids, receipt } = await walkExact(server);
    expect(ids).toEqual(expect.arrayContaining(server.rows.map(({ id }) => id).filter((id) => !id?.startsWith("r-"))));
    expect(receipt.complete).toBe(true);
  });

  test("take at most three requests for each page of a list that comes in evenly", async () => {
    const server = serve(withRange, rows(1000));
    await walkExact(server, { pageSize: 100 });
    expect(server.requests.length).toBeLessThanOrEqual(30);
  });

  test("overlap by a millisecond, and leave no time out", async () => {
    const server = serve(withRange, rows(60));
    await walkExact(server);
    const ranges = server.requests.slice(1).map(rangeOf);
    // The first asks for everything, to see how dense the list is. The others, from the newest on back to the beginning:
    expect(rangeOf(server.requests[0] ?? "")).toEqual({ after: undefined, before: undefined });
    expect(ranges.some(({ after, before }) => after !== undefined && before === undefined)).toBe(true);
    expect(ranges.some(({ after, before }) => after === undefined && before !== undefined)).toBe(true);
    for (const { after } of ranges) {
      if (after === undefined) continue;
      expect(ranges.some(({ before }) => before !== undefined && before === after - 1)).toBe(true);
    }
  });

  test("walk a millisecond that holds more than an answer in the vendor's order, without what was given before", async () => {
    const server = serve(
      withRange,
      repeat(60, (index) => (index < 5 ? index : 100)),
    );
    const { ids, receipt } = await walkExact(server);
    expect(ids.slice(0, 5)).toEqual(idsFrom(5));
    expect(ids.toSorted()).toEqual(idsFrom(60).toSorted());
    expect(receipt).toMatchObject({ walk: "windows", complete: true });
    const inside = server.requests
      .map(rangeOf)
      .filter(({ after, before }) => after !== undefined && before === after - 4);
    expect(inside.length).toBeGreaterThanOrEqual(6);
  });

  test.each(["both", "after", "before", "neither"] as const)(
    "miss nothing of a server that keeps more digits than it shows, with a range that includes: %s",
    async (range) => {
      // Fifteen rows in every other millisecond, some of them at its very beginning; two in those between.
      const list = Array.from({ length: 12 }, (_, millisecond) =>
        Array.from({ length: millisecond % 2 === 0 ? 15 : 2 }, (_, index) => ({
          id: `${millisecond}-${index}`,
          createdAt: newest - millisecond + (index % 3) * 0.3,
        })),
      ).flat();
      const server = serve(withRange, list);
      server.range = range;
      const { ids, receipt } = await walkExact(server);
      expect(ids.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
      expect(receipt.walk).toBe("windows");
    },
  );

  test("do not call it complete where such a millisecond is all there is, and no order shows", async () => {
    const { ids, receipt } = await walkExact(
      serve(
        withRange,
        repeat(45, () => 500),
      ),
    );
    expect(ids.toSorted()).toEqual(idsFrom(45).toSorted());
    expect(receipt.complete).toBe("unknown");
  });

  test("find everything on a server that tells no time", async () => {
    for (const order of [
      rows(60),
      rows(60).toReversed(),
      rows(60).map((_, index) => rows(60)[(index * 7) % 60] as Row),
    ]) {
      const server = serve(withRange, order);
      server.now = undefined;
      const { ids } = await walkExact(server);
      expect(ids.toSorted()).toEqual(idsFrom(60).toSorted());
    }
  });

  test("find what is newer than the server's clock, in whatever order it comes", async () => {
    for (const order of [
      rows(90),
      rows(90).toReversed(),
      rows(90).map((_, index) => rows(90)[(index * 7) % 90] as Row),
    ]) {
      for (const behind of [1000, 50_000, 89_000, 3_600_000]) {
        const server = serve(withRange, order);
        server.now = newest - behind;
        const { ids, receipt } = await walkExact(server);
        expect(ids).toEqual(idsFrom(90));
        expect(receipt.complete).toBe(true);
        expect(server.requests.length).toBeLessThanOrEqual(40);
      }
    }
  });

  test("end where more comes in with every request than an answer holds, and do not call it complete", async () => {
    const server = serve(withRange, rows(30).toReversed());
    let now = newest + 10_000;
    server.before = () => {
      now += 60_000;
      server.rows = [...server.rows, ...rows(20, Math.round((newest - now) / 1000)).toReversed()];
      server.now = now;
    };
    const { ids, receipt } = await walkExact(server);
    expect(ids).toEqual(expect.arrayContaining(idsFrom(30)));
    expect(receipt).toMatchObject({ walk: "windows", complete: "unknown" });
    expect(server.requests.length).toBeLessThanOrEqual(120);
  });
});

describe("windows of creation time, answer by answer", () => {
  /** The part of a list that an ask leaves over, both bounds included. */
  const within = (list: readonly Row[], { range = {} }: Ask) =>
    list.filter(
      ({ createdAt = 0 }) =>
        createdAt >= (range.after ?? Number.NEGATIVE_INFINITY) &&
        createdAt <= (range.before ?? Number.POSITIVE_INFINITY),
    );
  const start = () => walkWindows<Item>(createContext({ journal: createJournal({ walk: "windows" }) }));

  test("know what they will ask for next, as far as they are asked, of a list that comes in evenly", () => {
    const { steps } = drive(start(), (ask) => read(within(rows(300), ask), ask, { serverTime: newest }));
    const asked = steps.map(({ ask }) => ask);
    const even = steps.findIndex(({ asks }) => asks?.length === 9);
    expect(even).toBeGreaterThan(0);
    expect(even).toBeLessThanOrEqual(5);
    for (const [index, { asks = [] }] of steps.slice(0, 25).entries()) {
      expect(asks.length).toBeLessThanOrEqual(9);
      if (index >= even) expect(asks).toEqual(asked.slice(index + 1, index + 10));
    }
  });

  test("ask for all the rest at once behind one that brings next to nothing", () => {
    const list = [...rows(100), ...rows(8).map(({ id }, index) => ({ id: `old ${id}`, createdAt: index * 1_000_000 }))];
    const brought: number[] = [];
    const { ids, steps } = drive(start(), (ask) => {
      const answer = read(within(list, ask), ask, { serverTime: newest });
      brought.push(answer.rows.length);
      return answer;
    });
    const sparse = brought.findIndex((count) => count < 3);
    expect(steps[sparse + 1]?.ask.range).toMatchObject({ after: undefined });
    expect(steps).toHaveLength(sparse + 2);
    expect(ids).toHaveLength(108);
  });

  test("leave the newest after eight answers with newcomers alone, and deliver those of the ninth", () => {
    const list = rows(5, 100);
    const { ids, steps, ending } = drive(start(), (ask, count) => {
      if (ask.range?.before !== undefined) return read(within(list, ask), ask);
      const added = count === 1 ? [...rows(5), ...list] : rows(10, -100 * count);
      return read(added, ask, { serverTime: newest + 100_000 * count });
    });
    const open = steps.filter(({ ask }) => ask.range?.before === undefined);
    expect(open).toHaveLength(10);
    expect(ids.slice(0, 10)).toEqual(rows(10, -1000).map(({ id }) => id));
    expect(ending?.complete).toBe("unknown");
  });

  test("find items without identifiers, and do not call that complete: one may have come twice", () => {
    const list = Array.from({ length: 40 }, (_, index) => ({
      id: index % 3 === 0 ? `r${index}` : undefined,
      createdAt: newest - Math.floor(index / 2) * 1000,
    }));
    const { ids, ending } = drive(start(), (ask) => read(within(list, ask), ask));
    expect(ids.length).toBe(40);
    expect(ids.filter((id) => id)).toEqual(list.map(({ id }) => id).filter((id) => id));
    expect(ending?.complete).toBe("unknown");
  });

  test("deliver the last answer of a millisecond, too, where a total says that it is the last", () => {
    const list = repeat(45, (index) => (index < 5 ? index : 100));
    const { ids } = drive(start(), (ask) => {
      const found = within(list, ask);
      return read(found, ask, { total: found.length });
    });
    expect(ids.toSorted()).toEqual(idsFrom(45).toSorted());
  });
});

describe("a walk that could go by windows", () => {
  test("does not where the vendor ignores the range: it goes in the vendor's order, from the first item on", async () => {
    for (const order of [rows(60), rows(60).toReversed()]) {
      const server = serve(withRange, order);
      server.range = "ignored";
      const { ids, receipt } = await walkExact(server);
      expect(ids).toEqual(order.map(({ id }) => id));
      expect(receipt).toMatchObject({ walk: "forward", complete: true });
    }
  });

  test("goes from the end where the vendor ignores the range, and counts its items", () => {
    const context = createContext({ journal: createJournal({ walk: "windows" }) });
    const list = Array.from({ length: 60 }, (_, index) => ({ id: `r${index}`, createdAt: newest - index * 1000 }));
    const { ids, ending } = drive(walkWindows(context), (ask) => read(list, ask, { total: 60 }));
    expect(ids).toEqual(idsFrom(60).toReversed());
    expect([context.journal.walk, ending?.complete]).toEqual(["backward", true]);
  });

  test("does not where the items have no time of creation", async () => {
    const server = serve(
      withRange,
      rows(60).map(({ id }) => ({ id })),
    );
    const { ids, receipt } = await walkExact(server);
    expect(ids).toEqual(idsFrom(60));
    expect(receipt).toMatchObject({ walk: "forward", complete: "unknown" });
  });

  test("does not where the server gives one item at a time: no window could be known to be whole", async () => {
    const server = serve(withRange, rows(20));
    server.clamp = 1;
    const { ids, receipt } = await walkExact(server);
    expect(ids).toEqual(idsFrom(20));
    expect(receipt.walk).toBe("forward");
  });

  test("does not where it was not asked to be exact", async () => {
    const server = serve(withRange, rows(60));
    const { receipt } = await walkExact(server, { consistency: "ordered" });
    expect(receipt.walk).toBe("forward");
    expect(server.requests.every((path) => !path.includes("created"))).toBe(true);
  });

  test("is refused by name where the vendor begins to ignore the range before it is resumed", async () => {
    const server = serve(withRange, rows(60));
    const walk = withRange.list(server, { pageSize: 10, consistency: "exact" }).walk();
    for (let taken = 0; taken < 12; taken++) await walk.next();
    server.range = "ignored";
    const rest = withRange.list(server, { pageSize: 10, cursor: walk.cursor }).toArray();
    await expect(rest).rejects.toThrow(
      "Cargo, list chats: the listing gives items outside of the range of creation time that it is asked for.",
    );
  });
});

describe("the caller's own range", () => {
  const list = (server: ListServer, filters: { createdAfter?: Date | string; createdBefore?: Date | string }) =>
    createCargo({ token: "token", fetch: server.fetch }).chats.list(filters, { pageSize: 10, consistency: "exact" });

  test("bounds every request and what is delivered", async () => {
    const server = serve(withRange, rows(100));
    const [createdAfter, createdBefore] = [new Date(newest - 70_000), new Date(newest - 20_000).toISOString()];
    const walk = list(server, { createdAfter, createdBefore }).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(51, 20));
    expect(walk.receipt).toMatchObject({ walk: "windows", complete: true });
    for (const { after, before } of server.requests.map(rangeOf)) {
      expect(after).toBeLessThanOrEqual(70_000);
      expect(before).toBeGreaterThanOrEqual(20_000);
    }
  });

  test("may be open at either end", async () => {
    const [after, before] = [new Date(newest - 70_000), new Date(newest - 20_000)];
    expect(idsOf(await list(serve(withRange, rows(100)), { createdAfter: after }).toArray())).toEqual(idsFrom(71));
    expect(idsOf(await list(serve(withRange, rows(100)), { createdBefore: before }).toArray())).toEqual(
      idsFrom(80, 20),
    );
  });

  test.each([
    { createdAfter: "20261101T000000Z" },
    { createdBefore: "2026-11-01T00:00:00" },
    { createdAfter: new Date(newest - 70_000), createdBefore: "yesterday" },
  ])("is sent as it is where it is no moment to compare with, and the walk does without windows: %j", async (range) => {
    const server = serve(withRange, rows(100));
    const walk = list(server, range).walk();
    await collect(walk);
    expect(walk.receipt.walk).toBe("forward");
    for (const [name, value] of Object.entries(range)) {
      const sent = new URLSearchParams({ [name]: value instanceof Date ? value.toISOString() : value }).toString();
      expect(server.requests.filter((request) => !request.includes(sent))).toEqual([]);
    }
  });

  test("may hold nothing", async () => {
    const walk = list(serve(withRange, rows(100)), { createdAfter: new Date(newest + 1) }).walk();
    expect(await collect(walk)).toEqual([]);
    expect(walk.receipt).toMatchObject({ requests: 1, complete: true });
  });
});
