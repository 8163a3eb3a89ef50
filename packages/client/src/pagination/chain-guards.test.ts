import { describe, expect, test } from "vitest";
import { toAnswer } from "../../test/answers.ts";
import { serve, withoutTotal } from "../../test/dialects.ts";
import { type Row, rows } from "../../test/list-server.ts";
import { createFrontier } from "./frontier.ts";
import { createLoopGuard } from "./loop-guard.ts";

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
