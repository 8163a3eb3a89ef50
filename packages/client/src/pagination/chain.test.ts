import { describe, expect, test } from "vitest";
import { createContext, idsOf, toAnswer } from "../../test/answers.ts";
import { idsFrom } from "../../test/dialects.ts";
import { read } from "../../test/drive.ts";
import { newest, type Row, rows, toRow } from "../../test/list-server.ts";
import { createChain } from "./chain.ts";
import type { Mark } from "./cursor.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { createSeen } from "./seen.ts";
import type { WalkContext } from "./strategy.ts";
import type { Ask } from "./window.ts";

type Item = { readonly id?: string };

function start(direction: Ask["direction"] = "forward", more: Partial<WalkContext> = {}, round?: "round") {
  const context = createContext(more);
  const chain = createChain<Item>(context, direction, createSeen(), round);
  return { chain, ...context };
}

const anchorsOf = (...list: Row[]) => toAnswer(list).rows.map(({ print }) => print as Fingerprint);

describe("a chain forward", () => {
  test("joins what begins with the first item, and then what overlaps with it", () => {
    const { chain } = start();
    const list = rows(25);
    expect(chain.advance()).toMatchObject({ from: 0, direction: "forward" });
    expect(idsOf(chain.join(read(list, chain.advance()))?.fresh)).toEqual(idsFrom(10));
    expect(chain.advance()).toMatchObject({ from: 9, position: 10 });
    expect(idsOf(chain.join(read(list, chain.advance()))?.fresh)).toEqual(idsFrom(9, 10));
    expect(chain.position).toBe(19);
    expect(idsOf(chain.join(read(list, chain.advance()))?.fresh)).toEqual(idsFrom(6, 19));
  });

  test("knows what it will ask for after full answers", () => {
    const { chain } = start();
    chain.join(read(rows(100), chain.advance()));
    expect([0, 1, 2].map((pages) => chain.advance(pages).from)).toEqual([9, 18, 27]);
  });

  test("goes by what arrived: a server that gives less than was asked for makes shorter steps", () => {
    const { chain } = start();
    chain.join(read(rows(100).slice(0, 4), chain.advance()));
    expect([0, 1, 2].map((pages) => chain.advance(pages).from)).toEqual([3, 6, 9]);
  });

  test("holds back an answer that overlaps with nothing, steps back, and gives all in order once the gap is closed", () => {
    const { chain, journal } = start();
    const list = rows(60);
    chain.join(read(list, chain.advance()));
    const fewer = list.slice(5);
    const apart = read(fewer, chain.advance());
    expect(chain.join(apart)).toBeUndefined();
    const back = chain.retreat(apart);
    expect(back?.from).toBeLessThan(9);
    const joined = chain.join(read(fewer, back as Ask));
    expect(idsOf(joined?.fresh)).toEqual(idsFrom(14, 10));
    expect(joined).toMatchObject({ isLatest: false, hasShifted: true });
    expect(journal).toMatchObject({ gapsRepaired: 1, isInDoubt: false });
    expect(chain.position).toBe(19);
  });

  test("steps back further and further, to the first item at the furthest", () => {
    const { chain, journal } = start();
    const list = rows(200);
    for (let answers = 0; answers < 12; answers++) chain.join(read(list, chain.advance()));
    const fewer = list.slice(100);
    let answer = read(fewer, chain.advance());
    const starts: number[] = [];
    let joined = chain.join(answer);
    while (!joined) {
      const ask = chain.retreat(answer) as Ask;
      starts.push(ask.from);
      answer = read(fewer, ask);
      joined = chain.join(answer);
    }
    expect(starts.at(-1)).toBeGreaterThanOrEqual(0);
    expect(starts.every((from, index) => index === 0 || from < (starts[index - 1] as number))).toBe(true);
    expect(idsOf(joined.fresh)).not.toContain("r108");
    expect(idsOf(joined.fresh)?.[0]).toBe("r109");
    expect(journal.gapsRepaired).toBe(1);
  });

  test("is not joined by a row that has changed: it may have left its neighbours", () => {
    const { chain } = start();
    const list = rows(60);
    chain.join(read(list, chain.advance()));
    const changed = list.map((row, index) => (index === 9 ? { ...row, updatedAt: newest + 1 } : row));
    expect(chain.join(read(changed, chain.advance()))).toBeUndefined();
  });

  test("gives a row once, even where it comes again in another version", () => {
    const { chain } = start();
    const list = rows(30);
    chain.join(read(list, chain.advance()));
    const changed = { ...(list[5] as Row), updatedAt: newest + 1 };
    const moved = [...list.slice(0, 5), toRow(77), ...list.slice(6, 12), changed, ...list.slice(12)];
    expect(idsOf(chain.join(read(moved, chain.advance()))?.fresh)).toEqual(["r10", "r11", ...idsFrom(6, 12)]);
  });

  test("overlaps by more while rows go, and by less again when they stay", () => {
    const { chain } = start();
    let list = rows(300);
    const overlaps: number[] = [];
    for (let answers = 0; answers < 30 && chain.position < list.length; answers++) {
      if (answers > 0 && answers < 6) list = list.slice(2);
      const ask = chain.advance();
      overlaps.push(ask.position - ask.from);
      const answer = read(list, ask);
      if (chain.join(answer)) continue;
      const retreat = chain.retreat(answer) as Ask;
      chain.join(read(list, retreat));
    }
    expect(Math.max(...overlaps)).toBeGreaterThan(1);
    expect(Math.max(...overlaps)).toBeLessThan(10);
    expect(overlaps.at(-1)).toBe(1);
  });

  test("joins by its place where items cannot be told apart, and is in doubt then", () => {
    const { chain, journal } = start();
    const list = rows(30).map((row) => ({ ...row, id: undefined }));
    expect(chain.join(read(list, chain.advance()))?.fresh).toHaveLength(10);
    expect(journal.isInDoubt).toBe(false);
    expect(chain.join(read(list, chain.advance()))?.fresh).toHaveLength(9);
    expect(journal.isInDoubt).toBe(true);
  });

  test("joins by its place what follows at once where items cannot be told apart, and nothing further on", () => {
    const list = rows(40).map((row) => ({ ...row, id: undefined }));
    for (const [from, joins] of [
      [10, true],
      [11, false],
    ] as const) {
      const { chain } = start();
      chain.join(read(list, chain.advance()));
      expect(chain.join(read(list, { ...chain.advance(), from })) !== undefined).toBe(joins);
    }
  });

  test("has no anchors for what came in before the row that it knows, and is adrift then", () => {
    const { chain, journal } = start("forward", { pageSize: 2 });
    const list = rows(3);
    for (let count = 0; count < 2; count++) chain.join(read(list, { ...chain.advance(), size: 1 }));
    expect(journal.isAdrift).toBe(false);
    const joined = chain.join(toAnswer([toRow(-1), ...list.slice(1)]));
    expect(idsOf(joined?.fresh)).toEqual(["r-1", "r2"]);
    expect(joined?.fresh.map(({ anchors }) => anchors !== undefined)).toEqual([false, true]);
    expect(journal.isAdrift).toBe(true);
  });

  test("counts each gap that it steps over", () => {
    const { chain, journal } = start();
    let list = rows(60);
    chain.join(read(list, chain.advance()));
    for (let gaps = 1; gaps <= 2; gaps++) {
      list = list.slice(5);
      const answer = read(list, chain.advance());
      expect(chain.join(answer)).toBeUndefined();
      expect(chain.join(read(list, chain.retreat(answer) as Ask))).toBeDefined();
      expect(journal.gapsRepaired).toBe(gaps);
    }
  });

  test("joins by its place where one item comes at a time, and is in doubt then", () => {
    const { chain, journal } = start("forward", { pageSize: 2 });
    const list = rows(3);
    const one = (ask: Ask) => read(list, { ...ask, size: 1 });
    expect(idsOf(chain.join(one(chain.advance()))?.fresh)).toEqual(["r0"]);
    expect(idsOf(chain.join(one(chain.advance()))?.fresh)).toEqual(["r1"]);
    expect(journal.isInDoubt).toBe(true);
  });

  test("sees its end once more where it is asked to", () => {
    const { chain } = start();
    chain.join(read(rows(25), chain.advance()));
    expect(chain.again().from).toBe(9);
    expect(chain.again().position).toBe(9);
  });

  test("of a round goes by its own rows alone, and gives those that were not given before", () => {
    const given = createSeen();
    const list = rows(30);
    for (const { print } of toAnswer(list.filter((_, index) => index !== 12)).rows) given.add(print as Fingerprint);
    const { journal, ...context } = createContext();
    const chain = createChain<Item>({ journal, ...context }, "forward", given, "round");
    expect(idsOf(chain.join(read(list, chain.advance()))?.fresh)).toEqual([]);
    expect(journal.isAdrift).toBe(false);
    // What a walk had seen before does not join.
    expect(chain.join(read(list, { from: 20, position: 20, size: 10, direction: "forward" }))).toBeUndefined();
    expect(idsOf(chain.join(read(list, chain.advance()))?.fresh)).toEqual(["r12"]);
    // A cursor does not know of it.
    expect(journal.isAdrift).toBe(true);
  });
});

describe("a chain backward", () => {
  const end = (list: Row[]): Ask => ({ from: list.length - 1, position: list.length, size: 10, direction: "backward" });

  test("joins what ends with the last item, and then what overlaps with it, down to the first", () => {
    const { chain } = start("backward");
    const list = rows(25);
    const total = list.length;
    expect(idsOf(chain.join(read(list, end(list), { total }))?.fresh)).toEqual(idsFrom(10, 15).toReversed());
    expect(chain.position).toBe(15);
    expect(idsOf(chain.join(read(list, chain.advance(), { total }))?.fresh)).toEqual(idsFrom(9, 6).toReversed());
    expect(idsOf(chain.join(read(list, chain.advance(), { total: undefined }))?.fresh)).toEqual(
      idsFrom(6).toReversed(),
    );
    expect(chain.position).toBe(0);
  });

  test("gives each once where items cannot be told apart", () => {
    const { chain } = start("backward");
    const list = rows(25).map((row) => ({ ...row, id: undefined }));
    const counts = [];
    for (let ask = end(list); counts.length < 3; ask = chain.advance()) {
      counts.push(chain.join(read(list, ask, { total: 25 }))?.fresh.length);
    }
    expect(counts).toEqual([10, 9, 6]);
  });

  test("looks at the end once more where an answer is empty, also where no total tells where that is", () => {
    const { chain } = start("backward");
    const list = rows(25);
    chain.join(read(list, end(list), { total: 25 }));
    const empty = (total?: number) => toAnswer([], 6, { window: { start: 6, size: 10, position: 6 }, total });
    for (const [total, from] of [
      [20, 19],
      [undefined, 5],
    ] as const) {
      expect(chain.join(empty(total))).toBeUndefined();
      expect(chain.retreat(empty(total))?.from).toBe(from);
    }
  });

  test("does not take an empty answer for the beginning of a list that has items", () => {
    const { chain } = start("backward");
    const list = rows(25);
    chain.join(read(list, end(list), { total: 25 }));
    expect(chain.join(toAnswer([], 0, { total: 25 }))).toBeUndefined();
    expect(chain.join(toAnswer([], 0, { total: undefined }))).toBeUndefined();
    expect(chain.join(toAnswer([], 0, { total: 0 }))).toBeDefined();
  });

  test("steps back towards the end where rows came in before it", () => {
    const { chain, journal } = start("backward");
    const list = rows(60);
    chain.join(read(list, end(list), { total: 60 }));
    const more = [...rows(15, -15), ...list];
    const given: (string | undefined)[] = [];
    let ask = chain.advance();
    const starts: number[] = [];
    while (chain.position > 0) {
      const answer = read(more, ask, { total: 75 });
      starts.push(answer.window.start);
      const joined = chain.join(answer);
      given.push(...(idsOf(joined?.fresh) ?? []));
      ask = (joined ? undefined : chain.retreat(answer)) ?? chain.advance();
    }
    expect(starts[1]).toBeGreaterThan(starts[0] as number);
    expect(given.slice(0, 50)).toEqual(idsFrom(50).toReversed());
    expect(new Set(given).size).toBe(given.length);
    expect(journal.gapsRepaired).toBe(1);
  });

  test("does not join what does not reach the end of the list", () => {
    const { chain } = start("backward");
    expect(chain.join(read(rows(60), end(rows(60)), { total: 63 }))).toBeUndefined();
  });
});

describe("a chain that resumes a walk", () => {
  const list = rows(60);
  const mark = (more: Partial<Mark> = {}): Mark => ({
    walk: "forward",
    position: 12,
    beganAt: newest + 60_000,
    isProven: true,
    isStill: true,
    anchors: anchorsOf(...rows(8, 4)),
    ...more,
  });

  test("seeks its mark, and gives what stands behind it", () => {
    const { chain } = start("forward", { mark: mark() });
    expect([chain.isSeeking, chain.position]).toEqual([true, 12]);
    expect(chain.advance().from).toBe(9);
    expect(idsOf(chain.join(read(list, chain.advance()))?.fresh)).toEqual(idsFrom(7, 12));
    expect([chain.isSeeking, chain.position]).toEqual([false, 19]);
  });

  test("does not take the first item of the list for its own beginning", () => {
    const { chain } = start("forward", { mark: mark({ position: 2 }) });
    expect(chain.join(read(rows(10, 30), chain.advance()))).toBeUndefined();
    expect(chain.isSeeking).toBe(true);
  });

  test("finds its place where rows came in or went, by any of its anchors", () => {
    for (const changed of [[...rows(30, -30), ...list], list.slice(9), list.filter((_, index) => index !== 11)]) {
      const { chain } = start("forward", { mark: mark() });
      let answer = read(changed, chain.advance());
      let joined = chain.join(answer);
      while (!joined) {
        answer = read(changed, chain.retreat(answer) as Ask);
        joined = chain.join(answer);
      }
      expect(idsOf(joined.fresh)?.[0]).toBe("r12");
    }
  });

  test("does not know whether rows have shifted where the last of its anchors is gone", () => {
    for (const [changed, hasShifted] of [
      [list, false],
      [list.slice(1), true],
      [list.filter((_, index) => index !== 11), true],
    ] as const) {
      const { chain } = start("forward", { mark: mark() });
      expect(chain.join(read(changed, chain.advance()))?.hasShifted).toBe(hasShifted);
    }
  });

  test("gives nothing that stands between its anchors: it was delivered, or has come in since", () => {
    const { chain } = start("forward", { mark: mark() });
    const changed = [...list.slice(0, 10), toRow(99), ...list.slice(10)];
    expect(idsOf(chain.join(read(changed, chain.advance()))?.fresh)).toEqual(idsFrom(6, 12));
  });

  test("is joined by nothing that stood before its anchors", () => {
    const { chain } = start("forward", { mark: mark() });
    chain.join(read(list, { ...chain.advance(), from: 2 }));
    expect(chain.join(toAnswer([...list.slice(2, 4), ...rows(8, 70)], 10))).toBeUndefined();
    expect(chain.join(toAnswer([...list.slice(4, 5), ...rows(8, 70)], 10))).toBeDefined();
  });

  test("has nowhere left to look where nothing joins any more, in either direction", () => {
    const forward = start("forward", { mark: mark() }).chain;
    forward.join(read(list, forward.advance()));
    const head = toAnswer(rows(10, 70));
    expect([forward.join(head), forward.isSeeking, forward.retreat(head)]).toEqual([undefined, false, undefined]);
    const anchors = anchorsOf(...rows(8, 40).toReversed());
    const backward = start("backward", { mark: mark({ walk: "backward", position: 40, anchors }) }).chain;
    backward.join(read(list, backward.advance(), { total: 60 }));
    const tail = toAnswer(rows(10, 70), 50, { total: 60 });
    expect([backward.join(tail), backward.isSeeking, backward.retreat(tail)]).toEqual([undefined, false, undefined]);
  });

  test("has nowhere left to look where all its anchors are gone", () => {
    const { chain } = start("forward", { mark: mark() });
    const fewer = list.slice(12);
    let ask: Ask | undefined = chain.advance();
    let answers = 0;
    while (ask) {
      const answer = read(fewer, ask);
      expect(chain.join(answer)).toBeUndefined();
      ask = chain.retreat(answer);
      answers++;
    }
    expect(chain.isSeeking).toBe(true);
    expect(answers).toBeLessThanOrEqual(17);
  });

  test("trusts an anchor that has changed only where rows keep their place", () => {
    const changed = list.map((row) => ({ ...row, updatedAt: newest + 1 }));
    expect(
      start("forward", { mark: mark() }).chain.join(
        read(changed, { from: 9, position: 9, size: 10, direction: "forward" }),
      ),
    ).toBeDefined();
    const moving = start("forward", { mark: mark({ isStill: false }) });
    expect(moving.chain.join(read(changed, moving.chain.advance()))).toBeUndefined();
  });

  test("does not give a row that changed since, where it could have moved: it may have been delivered before", () => {
    const byUpdate = Array.from({ length: 40 }, (_, index) => toRow((index * 7) % 40, -index));
    const anchors = anchorsOf(...byUpdate.slice(4, 12));
    const { chain, journal } = start("forward", { mark: mark({ isStill: false, anchors }) });
    // At the very moment when the walk began.
    const moved = { ...(byUpdate[30] as Row), updatedAt: newest + 60_000 };
    const changed = [...byUpdate.slice(0, 13), moved, ...byUpdate.slice(13).filter(({ id }) => id !== moved.id)];
    const fresh = idsOf(chain.join(read(changed, chain.advance()))?.fresh);
    expect(fresh).not.toContain(moved.id);
    expect(journal.isInDoubt).toBe(true);
  });

  test("backward gives what stands before its mark", () => {
    const anchors = anchorsOf(...rows(8, 40).toReversed());
    const { chain } = start("backward", { mark: mark({ walk: "backward", position: 40, anchors }) });
    const answer = read(list, chain.advance(), { total: 60 });
    const fresh = idsOf(chain.join(answer)?.fresh);
    expect(fresh).toEqual(idsFrom(40 - answer.window.start, answer.window.start).toReversed());
  });
});
