import { createUnified, type FeedReceipt, type UnifiedChat } from "@agent-chats/client/unified";
import type { DemoInfo } from "../../server/info.ts";
import { termsOf } from "../all/view.ts";
import { recorder } from "../inspector/inspector-state.ts";
import { writeAddress } from "../model/address.ts";
import type { FilterValues } from "../model/filters.ts";
import type { ChatView } from "../model/view.ts";
import { toFilter } from "../query/to-filter.ts";
import { optionsOf } from "../vendors/context.ts";
import { connect } from "./connections.ts";
import type { Cell } from "./csv.ts";
import type { WalkReceipt } from "./manifest.ts";
import type { ExportSource } from "./source.ts";
import { traced } from "./vendor-source.ts";

/** The envelope that all vendors share, as columns. */
const columns: readonly (readonly [string, (chat: UnifiedChat) => Cell])[] = [
  ["Vendor", ({ vendor }) => vendor],
  ["Id", ({ id }) => id],
  ["Title", ({ title }) => title],
  ["State", ({ state = [] }) => state.join(" ")],
  ["Agent", ({ agent }) => agent],
  ["Channel", ({ channel }) => channel],
  ["Trigger", ({ trigger }) => trigger],
  ["Unread", ({ unread }) => unread],
  ["Score", ({ score }) => score],
  ["Cost", ({ cost }) => cost?.amount],
  ["Cost unit", ({ cost }) => cost?.unit],
  ["Created", ({ createdAt }) => createdAt],
  ["Updated", ({ updatedAt }) => updatedAt],
  ["Link", ({ link }) => link],
];

/** The chats of all vendors as something to export. Ages, such as the last seven days, count from the moment of the export. */
export function createFeedSource(
  origin: string,
  info: DemoInfo,
  view: ChatView,
  values: FilterValues,
): ExportSource<UnifiedChat> {
  const filter = toFilter(termsOf(values).terms, Date.now());
  return {
    name: "all-chats",
    query: { view: view.title, address: writeAddress({ view, values }), filters: filter },
    columns: columns.map(([label]) => label),
    toCells: (chat) => columns.map(([, read]) => read(chat)),
    toJson: ({ vendor, raw }) => ({ vendor, chat: raw }),
    open(signal) {
      const trace = recorder.begin("export", "Export", view.title);
      const unified = createUnified(connect(info, (vendor) => ({ ...optionsOf(origin, vendor), ...trace.watch() })));
      const feed = unified.chats(filter, { unanswerable: "leaveOut", consistency: "exact", unordered: "asItComes" });
      const walk = feed.walk({ signal });
      return {
        [Symbol.asyncIterator]: () => traced(walk, trace.end),
        receipts: () => walk.receipt.sources.map(toWalkReceipt),
        leftOut: () => walk.receipt.leftOut.map(({ vendor }) => vendor),
      };
    },
  };
}

function toWalkReceipt({ vendor, name, walk }: FeedReceipt["sources"][number]): WalkReceipt {
  return { vendor, ...(name && { list: name }), ...walk, complete: walk?.complete ?? false };
}
