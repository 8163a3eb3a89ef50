import { recorder } from "../inspector/inspector-state.ts";
import { writeAddress } from "../model/address.ts";
import type { FilterValues } from "../model/filters.ts";
import type { VendorView } from "../model/view.ts";
import { optionsOf } from "../vendors/context.ts";
import { chatLists } from "./chat-lists.ts";
import { toPlain } from "./plain-value.ts";
import type { ExportSource, ExportWalk } from "./source.ts";

/** The list of one vendor as something to export: its columns, and the strongest walk that the vendor allows. */
export function createVendorSource(origin: string, view: VendorView, values: FilterValues): ExportSource<unknown> {
  const list = chatLists[view.id];
  return {
    name: `${view.id}-chats`,
    query: { view: view.title, address: writeAddress({ view, values }), filters: list.filtersOf(values) },
    columns: ["Id", "Title", ...view.columns.map(({ label }) => label)],
    toCells(chat) {
      const { id, title, cells } = view.toRow(chat);
      return [id, title, ...cells.map(toPlain)];
    },
    toJson: (chat) => chat,
    open: (signal) => openWalk(origin, view, values, signal),
  };
}

function openWalk(origin: string, view: VendorView, values: FilterValues, signal: AbortSignal): ExportWalk<unknown> {
  const trace = recorder.begin("export", "Export", view.title);
  const { listing } = chatLists[view.id].open({ ...optionsOf(origin, view.id), ...trace.watch() }, values);
  const walk = listing.walk({ consistency: "exact", readAhead: 2, signal });
  trace.follow(() => walk.receipt);
  return {
    [Symbol.asyncIterator]: () => traced(walk, trace.end),
    receipts: () => [{ vendor: view.id, ...walk.receipt }],
    leftOut: () => [],
  };
}

/** Ends the trace with the walk, however that ends. */
export async function* traced<Item>(
  walk: AsyncIterable<Item>,
  end: (result: { error?: unknown }) => void,
): AsyncGenerator<Item, undefined> {
  let result: { error?: unknown } = {};
  try {
    yield* walk;
    return undefined;
  } catch (error) {
    result = { error };
    throw error;
  } finally {
    end(result);
  }
}
