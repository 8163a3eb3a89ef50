import type { DemoInfo } from "../../server/info.ts";
import type { FilterValues } from "../model/filters.ts";
import type { ChatView, VendorView } from "../model/view.ts";
import { createFeedSource } from "./feed-source.ts";
import type { ExportSource } from "./source.ts";
import { createVendorSource } from "./vendor-source.ts";

/** What the page lists, as something to export. */
export function createSource(
  origin: string,
  info: DemoInfo,
  view: ChatView,
  values: FilterValues,
): ExportSource<never> {
  const source = isVendorView(view)
    ? createVendorSource(origin, view, values)
    : createFeedSource(origin, info, view, values);
  // What it walks goes nowhere but into its own functions.
  return source as ExportSource<never>;
}

function isVendorView(view: ChatView): view is VendorView {
  return view.id !== "all";
}
