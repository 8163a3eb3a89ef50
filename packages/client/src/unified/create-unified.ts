import { type VendorId, vendorIds } from "@agent-chats/schema";
import type { SourceList } from "./adapter.ts";
import { adapterOf, type Connection } from "./adapters.ts";
import { type CheckedFilter, checkFilter, invalidFilter } from "./check-filter.ts";
import { type Explanation, explainPlan } from "./explain.ts";
import { createFeed, type Feed } from "./feed.ts";
import { checkOptions, type FeedOptions } from "./feed-options.ts";
import type { AnyUnifiedFilter, UnifiedFilter } from "./filter.ts";
import { toComparable, toMatcher } from "./matches.ts";
import { type Plan, planFor, queryOf } from "./plan.ts";
import { toPrint } from "./trail.ts";

/** The vendors to read, each by its client; those that are left out are not read. */
export type UnifiedConnections = { readonly [V in VendorId]?: Connection<V> | undefined };

/** The chats of several vendors as one. */
export interface Unified<V extends VendorId = VendorId> {
  /** The vendors that there are clients of. */
  readonly vendors: readonly V[];
  /**
   * The chats that satisfy a filter, the newest first. Only filters that each of the vendors can answer: name the vendors
   * that can, as `vendor`, to have more of them.
   *
   * @throws {InvalidRequestError} naming a filter or an option that is wrong, or that one of the vendors cannot answer.
   */
  chats<const W extends V = V>(filter?: UnifiedFilter<W>, options?: FeedOptions): Feed<W>;
  /** The same with any filter: vendors that cannot answer it are left out, and the receipt says which. */
  chats(filter: AnyUnifiedFilter<V>, options: FeedOptions & { unanswerable: "leaveOut" }): Feed<V>;
  /** What becomes of a filter at each of the vendors, and what it costs. Sends nothing. */
  explain(filter: AnyUnifiedFilter<V>): readonly Explanation[];
}

type Options = FeedOptions & { unanswerable?: "leaveOut" | undefined };

/**
 * Makes one feed of the vendors that there are clients of. Sends nothing.
 *
 * ```ts
 * const unified = createUnified({ cargo, cotool: { client: cotool, agentIds: [agentId] }, invent: { client: invent, orgId: "c" } });
 * for await (const chat of unified.chats({ state: ["failed"] })) console.log(chat.vendor, chat.title, chat.link);
 * ```
 *
 * @throws {InvalidRequestError} where there is no client at all.
 */
export function createUnified<const C extends UnifiedConnections>(connections: C): Unified<keyof C & VendorId> {
  type V = keyof C & VendorId;
  const given = vendorIds.filter((vendor) => connections[vendor] !== undefined);
  const unknown = Object.keys(connections).find((name) => !(vendorIds as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidFilter(unknown, `is no vendor; there are ${vendorIds.join(", ")}`);
  if (given.length === 0) throw invalidFilter("vendor", `needs a client of ${vendorIds.join(", ")}`);

  const isChosen = ({ vendor, not }: CheckedFilter, id: VendorId) =>
    (!vendor || vendor.includes(id)) && !not.vendor?.includes(id);
  /** Each list once, however often its agent is named. */
  const listsOf = ({ vendor, agents, isImpossible }: Plan): readonly SourceList<unknown>[] => {
    if (isImpossible) return [];
    const wanted = agents && new Set(agents.map(toComparable));
    const all = adapterOf(vendor).lists(connections[vendor]);
    const byName = new Map(all.map((list) => [toComparable(list.name), list]));
    const lists = [...byName.values()];
    return wanted ? lists.filter(({ agent }) => wanted.has(toComparable(agent))) : lists;
  };
  const chats = (filter: AnyUnifiedFilter = {}, chosen: Options = {}) => {
    const checked = checkFilter(filter);
    checkOptions("feed", chosen);
    const { unanswerable, ...options } = chosen;
    const missing = checked.vendor?.find((vendor) => !given.includes(vendor));
    if (missing) throw invalidFilter("vendor", `names ${missing}, of which there is no client`);
    const plans = given.filter((id) => isChosen(checked, id)).map((id) => planFor(id, checked, options.send !== false));
    const unable = plans.filter(({ cannot }) => cannot.length > 0);
    if (unable[0] && (unanswerable !== "leaveOut" || unable.length === plans.length)) throw cannotAnswer(unable[0]);
    const lists = plans
      .filter(({ cannot }) => cannot.length === 0)
      .flatMap((plan) => listsOf(plan).map((list) => toFeedList(plan, list)));
    const names = lists.map(({ key }) => key);
    const feed = toPrint(JSON.stringify([options.by ?? "created", options.send !== false, checked, [names]], sorted));
    const leftOut = unable.map(({ vendor, cannot }) => ({ vendor, filters: cannot }));
    return createFeed<V>({ lists, matches: toMatcher(checked), feed, leftOut }, options);
  };
  return {
    vendors: given as V[],
    chats: chats as Unified<V>["chats"],
    explain(filter) {
      const checked = checkFilter(filter);
      return given.map((id) => {
        const plan = planFor(id, checked, true);
        return explainPlan(plan, listsOf(plan).length, isChosen(checked, id));
      });
    },
  };
}

function toFeedList(plan: Plan, { name, agent, list }: SourceList<unknown>) {
  const listing = list(queryOf(plan));
  return { vendor: plan.vendor, name, agent, key: `${plan.vendor}/${name}`, walk: listing.walk };
}

function cannotAnswer({ vendor, cannot }: Plan) {
  const { title } = adapterOf(vendor);
  const [name = ""] = cannot;
  const problem = `cannot be answered by ${title}, which does not tell it: leave ${title} out by the filter vendor, or by the option unanswerable`;
  return invalidFilter(name, problem, vendor);
}

/** The order of keys, and of the words of a list, makes no other feed. Bounds that are infinite stand as text. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.every((item) => typeof item === "string") ? value.toSorted() : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
