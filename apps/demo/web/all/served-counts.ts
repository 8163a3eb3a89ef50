import type { Listing } from "@agent-chats/client";
import type { AnyUnifiedFilter, Explanation, Unified } from "@agent-chats/client/unified";
import type { VendorId } from "@agent-chats/schema";
import type { ServedCounts } from "../model/view.ts";

/** The lists of a vendor that gives a total, with what it is sent. */
export type CountedLists = Partial<
  Record<VendorId, (query: Readonly<Record<string, unknown>>) => readonly Listing<unknown>[]>
>;

/**
 * Asks each vendor for the number of its chats, by one small page a list. Only where the vendor itself decides all that is
 * asked for: a number of other chats would be worse than none.
 */
export async function countServed(
  unified: Unified,
  counted: CountedLists,
  filter: AnyUnifiedFilter,
  signal: AbortSignal,
): Promise<ServedCounts> {
  const explained = unified.explain(filter);
  const counts = await Promise.all(
    explained.map(async (one): Promise<[VendorId, number | undefined]> => {
      if (one.reads === "nothing") return [one.vendor, 0];
      const lists = isExact(one) ? counted[one.vendor]?.(parametersOf(one)) : undefined;
      return [one.vendor, lists && (await sum(lists, signal))];
    }),
  );
  const known = counts.filter((count): count is [VendorId, number] => count[1] !== undefined);
  const listed = unified.explain(filter).flatMap(({ vendor, reads }) => (reads === "nothing" ? [] : [vendor]));
  return { byVendor: new Map(known), listed };
}

/** Whether the vendor finds just what is asked for: what it sends beyond that is noted. */
function isExact({ here, sent }: Explanation): boolean {
  return here.length === 0 && sent.every(({ note, filter }) => note === undefined || filter === "agent");
}

function parametersOf({ sent }: Explanation): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...sent.map(({ parameters }) => parameters));
}

/** A vendor of which one list fails gives no number. */
async function sum(lists: readonly Listing<unknown>[], signal: AbortSignal): Promise<number | undefined> {
  const pages = lists.map((list) => list.page(undefined, { pageSize: 1, signal }));
  const totals = await Promise.allSettled(pages);
  let all = 0;
  for (const settled of totals) {
    if (settled.status === "rejected" || settled.value.total.kind !== "exact") return undefined;
    all += settled.value.total.value;
  }
  return all;
}
