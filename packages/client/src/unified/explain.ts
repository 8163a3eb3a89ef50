import type { VendorId } from "@agent-chats/schema";
import { adapterOf } from "./adapters.ts";
import type { FilterName } from "./filter.ts";
import type { Plan, Sent } from "./plan.ts";

/** What becomes of a filter at one vendor, and what it costs. */
export interface Explanation {
  readonly vendor: VendorId;
  /** What the vendor is sent. Whatever comes is judged by `matches` as well. */
  readonly sent: readonly Sent[];
  /** What is decided here alone: names of filters, and of exclusions such as `not.agent`. */
  readonly here: readonly string[];
  /** Filters that the vendor cannot answer at all. With one of them it is refused, or left out. */
  readonly cannot: readonly FilterName[];
  /** Lists that are asked: one, or of Cotool one an agent. */
  readonly lists: number;
  /** What has to be read to be sure that nothing is missing: nothing, the matching chats, or all that is left by what is sent. */
  readonly reads: "nothing" | "matching" | "everything";
  /** The same in words. */
  readonly cost: string;
}

/** Says what becomes of a filter at a vendor that has as many lists. */
export function explainPlan(plan: Plan, lists: number, isChosen: boolean): Explanation {
  const { vendor, sent, here, cannot } = plan;
  const reads = !isChosen || cannot.length > 0 || lists === 0 ? "nothing" : here.length > 0 ? "everything" : "matching";
  return { vendor, sent, here, cannot, lists, reads, cost: toCost(plan, lists, isChosen) };
}

function toCost({ vendor, sent, here, cannot, isImpossible }: Plan, lists: number, isChosen: boolean): string {
  const { title } = adapterOf(vendor);
  if (!isChosen) return `${title} is not asked: the filter names other vendors.`;
  if (cannot.length > 0) return `${title} is not asked: it tells no ${cannot.join(" and no ")}.`;
  if (isImpossible) return `${title} is not asked: none of its chats can be in such a state.`;
  if (lists === 0) return `${title} is not asked: none of its lists can hold such chats.`;
  const left = sent.length > 0 ? `what is left by ${sent.map(({ filter }) => filter).join(" and ")}` : "the list";
  if (here.length > 0) return `Every page of ${left} must be read: ${here.join(" and ")} can only be decided here.`;
  return sent.length > 0 ? "Only pages of chats that match are read." : "The pages of the list are read.";
}
