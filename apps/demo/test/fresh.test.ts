import { describe, expect, it } from "vitest";
import { compare, describeFresh, type Head, mergeHead } from "../web/model/fresh.ts";
import { noPages, type Pages } from "../web/model/pages.ts";
import type { Report } from "../web/model/report.ts";
import type { Row } from "../web/model/row.ts";

/** Rows that are ordered by a number, the highest first. */
function row(orderMs: number, raw: unknown = orderMs, vendor: Row["vendor"] = "cargo"): Row {
  const state = { kind: "badge", label: undefined, tone: "neutral" } as const;
  return { id: `${orderMs}`, vendor, orderMs, title: "", state, cells: [], facts: [], notes: [], raw };
}
const shown = (items: Row[], cursor: string | undefined = "old"): Pages<Row> => ({
  ...noPages,
  status: "ready",
  items,
  cursor,
});
const head = (items: Row[], cursor: string | undefined = "new", failures: Report["failures"] = []): Head => ({
  items,
  cursor,
  total: { kind: "unknown" },
  report: { failures, leftOut: [], unordered: [], horizon: undefined, receipt: undefined },
});
const ids = ({ items }: Pages<Row>) => items.map(({ id }) => id);

describe("what is new", () => {
  it("is counted, and shown above the rest, which is read on where it was", () => {
    const before = shown([row(3), row(2), row(1)]);
    const now = head([row(5), row(4), row(3), row(2)]);
    expect(describeFresh(compare(before, now))).toBe("2 new");
    const merged = mergeHead(before, now);
    expect(ids(merged)).toEqual(["5", "4", "3", "2", "1"]);
    expect(merged.cursor).toBe("old");
  });

  it("is nothing where all is as it was, and then no row is another object", () => {
    const before = shown([row(3), row(2), row(1)]);
    const now = head([row(3), row(2)]);
    expect(describeFresh(compare(before, now))).toBe("");
    expect(mergeHead(before, now).items).toEqual(before.items);
    for (const [index, item] of mergeHead(before, now).items.entries()) expect(item).toBe(before.items[index]);
  });

  it("counts rows that changed or have gone, and takes them away only where the head would show them", () => {
    const before = shown([row(4), row(3), row(2), row(1)]);
    const now = head([row(4, "changed"), row(2)]);
    expect(describeFresh(compare(before, now))).toBe("2 changed");
    expect(ids(mergeHead(before, now))).toEqual(["4", "2", "1"]);
    expect(mergeHead(before, now).items[0]?.raw).toBe("changed");
  });

  it("takes nothing away of a vendor that failed", () => {
    const before = shown([row(4, 4, "invent"), row(3), row(2)]);
    const failure = { vendor: "invent", error: new Error("down"), failedLists: 1, lists: 1 } as const;
    expect(ids(mergeHead(before, head([row(5), row(3)], "new", [failure])))).toEqual(["5", "4", "3", "2"]);
  });

  it("is the whole list where nothing joins it to what was shown, or where all of it fits", () => {
    expect(describeFresh(compare(shown([row(2), row(1)]), head([row(9), row(8)])))).toBe("2+ new");
    expect(ids(mergeHead(shown([row(2), row(1)]), head([row(9), row(8)])))).toEqual(["9", "8"]);
    const whole = mergeHead(shown([row(2), row(1)]), { ...head([row(3), row(1)]), cursor: undefined });
    expect(ids(whole)).toEqual(["3", "1"]);
    expect(whole.cursor).toBeUndefined();
  });
});
