import { describe, expect, test } from "vitest";
import { createContext, toAnswer } from "../../test/answers.ts";
import { serve, withoutTotal } from "../../test/dialects.ts";
import { type Row, rows, toRow } from "../../test/list-server.ts";
import { createChain } from "./chain.ts";
import { createFrontier } from "./frontier.ts";
import { createLoopGuard } from "./loop-guard.ts";
import { createSeen } from "./seen.ts";
import { lastOf } from "./strategy.ts";

/** What a guard holds of answers with these rows at these places. */
function check(...answers: (readonly [start: number, list: readonly Row[]])[]) {
  const guard = createLoopGuard({ movement: "none" });
  const said = answers.map(([start, list]) => guard.check(toAnswer(list, start)));
  return { said, isSuspicious: guard.isSuspicious };
}

describe("a loop guard", () => {
  test("suspects rows that are pushed on by three quarters of a long way, among others that are new", () => {
    expect(check([0, rows(10)], [8, rows(10, 2)])).toEqual({ said: [undefined, undefined], isSuspicious: true });
    expect(check([0, rows(10)], [8, [...rows(9, 20), ...rows(1, 9)]]).isSuspicious).toBe(true);
  });

  test("does not suspect rows that are pushed on by less", () => {
    expect(check([0, rows(10)], [8, rows(10, 3)]).isSuspicious).toBe(false);
  });

  test("suspects them on a short way where they are most of what is known", () => {
    expect(check([0, rows(10)], [4, rows(10, 1)]).isSuspicious).toBe(true);
    expect(check([0, rows(10)], [4, [...rows(6, 4), ...rows(4, 20)]]).isSuspicious).toBe(false);
  });

  test("says so as soon as the same items were pushed on by as many places as they are", () => {
    const problem = "gives the same 2 items at every position";
    expect(check([0, rows(2)], [1, rows(2)], [2, rows(2)]).said).toEqual([undefined, undefined, problem]);
  });

  test("ends a walk in pages of two items at the third answer", async () => {
    const server = serve(withoutTotal, 100);
    server.isStuck = true;
    const list = withoutTotal.list(server, { pageSize: 2 });
    await expect(list.toArray()).rejects.toThrow("gives the same 2 items at every position.");
    expect(server.requests).toHaveLength(3);
  });
});

describe("a frontier", () => {
  test("keeps no longer a trail than a cursor holds, beside the rows of one answer", () => {
    const frontier = createFrontier([]);
    const about = { isFresh: () => true, hasPlace: () => false, isByPlace: true };
    for (let pass = 0; pass < 30; pass++) {
      for (const { anchors } of frontier.pass(toAnswer(rows(10, pass * 10)).rows, about)) {
        expect(anchors?.trail.length).toBeLessThanOrEqual(8 + 10);
      }
    }
  });
});

describe("a chain", () => {
  test("takes an item that changed and moved for one that stands where it stands now", () => {
    const numbers = [7, 3, 9, 1, 5];
    const list = numbers.map((number, index) => toRow(number, index));
    const chain = createChain<{ id?: string }>(createContext(), "forward", createSeen());
    chain.join(toAnswer(list));
    // By update, the oldest first: item 3 is at the end now, and another came in behind it.
    const [moved, added] = [toRow(3, 10), toRow(6, 11)];
    const [given] = chain.join(toAnswer([...list.slice(4), moved, added], 3))?.fresh ?? [];
    expect(given?.row.item.id).toBe("r6");
    const order = [toRow(7, 0), toRow(9, 2), toRow(1, 3), toRow(5, 4), moved, added];
    expect(given?.anchors && lastOf(given.anchors)).toEqual(toAnswer(order).rows.map(({ print }) => print));
  });
});
