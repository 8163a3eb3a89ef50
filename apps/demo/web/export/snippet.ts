import { createUnified } from "@agent-chats/client/unified";
import type { VendorId } from "@agent-chats/schema";
import type { DemoInfo } from "../../server/info.ts";
import { termsOf } from "../all/view.ts";
import type { FilterValues } from "../model/filters.ts";
import type { ChatView } from "../model/view.ts";
import { toFilter } from "../query/to-filter.ts";
import { chatLists } from "./chat-lists.ts";
import { connect } from "./connections.ts";
import { toCurl, toFeedProgram, toVendorProgram } from "./snippets.ts";

/** What is shown. */
export interface Shown {
  readonly info: DemoInfo;
  readonly view: ChatView;
  readonly values: FilterValues;
}

/** What is shown, as a link, as a program, or as a line of shell. Ages count from this moment in the last two. */
export async function toSnippet(kind: "url" | "typescript" | "curl", { info, view, values }: Shown): Promise<string> {
  if (kind === "url") return location.href;
  if (view.id !== "all") return kind === "curl" ? toVendorCurl(view.id, values) : toVendorProgram(view.id, values);
  const filter = toFilter(termsOf(values).terms, Date.now());
  if (kind === "typescript") return toFeedProgram(info, filter);
  const vendors = info.vendors.map(({ id }) => chatLists[id].vendor);
  return toCurl(vendors, (optionsFor) => {
    const unified = createUnified(connect(info, (vendor) => optionsFor(chatLists[vendor].vendor)));
    return unified.chats(filter, { unanswerable: "leaveOut" }).page();
  });
}

function toVendorCurl(id: VendorId, values: FilterValues): Promise<string> {
  const { vendor, open } = chatLists[id];
  return toCurl([vendor], (optionsFor) => open(optionsFor(vendor), values).listing.page());
}
