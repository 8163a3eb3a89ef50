import { useEffect, useState } from "react";
import type { Pages } from "../model/pages.ts";
import type { LeftList } from "../model/places.ts";
import type { Row } from "../model/row.ts";
import type { ServedCounts } from "../model/view.ts";

/** Asks for the vendors' own numbers, once a list. Without them the list is as good as without totals. */
export function useServed(
  list: LeftList,
  count: ((signal: AbortSignal) => Promise<ServedCounts>) | undefined,
): ServedCounts | undefined {
  const [found, setFound] = useState<{ list: LeftList; counts: ServedCounts }>();
  useEffect(() => {
    const controller = new AbortController();
    const settle = (counts: ServedCounts) => controller.signal.aborted || setFound({ list, counts });
    count?.(controller.signal).then(settle, () => {});
    return () => controller.abort();
    // The list stands for what is counted.
  }, [list]);
  return found?.list === list ? found.counts : undefined;
}

/** The pages with a total made of the vendors' own numbers, and of what is loaded of those that give none. */
export function withServed(pages: Pages<Row>, served: ServedCounts | undefined): Pages<Row> {
  if (!served || pages.total.kind !== "unknown" || pages.cursor === undefined) return pages;
  const { byVendor, listed } = served;
  const unknown = new Set(listed.filter((vendor) => !byVendor.has(vendor)));
  const loaded = pages.items.filter(({ vendor }) => unknown.has(vendor)).length;
  const value = listed.reduce((sum, vendor) => sum + (byVendor.get(vendor) ?? 0), loaded);
  return { ...pages, total: { kind: unknown.size === 0 ? "exact" : "atLeast", value } };
}
