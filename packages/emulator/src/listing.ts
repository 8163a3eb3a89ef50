import type { Pagination } from "@agent-chats/schema";
import type { ChangingList } from "./changing-list.ts";
import { type Page, type PageWindow, type Predicate, pageThrough, toReply, toWindow } from "./page.ts";
import type { Call, Route } from "./vendor-emulation.ts";

/** What the items of a listing must satisfy, by the name of the parameter that asks for it. */
export type Filters<Query, Item, State, Other extends keyof Query = never> = {
  readonly [Name in Exclude<keyof Query, Other>]-?: (value: Wire<Query[Name]>, state: State) => Predicate<Item>;
};

/** A value as it arrives: instants are text. */
type Wire<Value> = Exclude<Value, Date | undefined>;

/** An operation that lists. */
export interface ListingOptions<Item, State> {
  readonly pagination: Pagination;
  /** The list of all items. Throws a `Problem` where there is none. */
  list(call: Call<State>): ChangingList<Item>;
  /** Every parameter that chooses items. The other parameters of the operation choose none. */
  readonly filters: Readonly<Record<string, (value: never, state: State) => Predicate<Item>>>;
  /** Size of a page when none is asked for, where the vendor documents none. */
  readonly defaultSize?: number;
  /** Headers beside the one for the total. */
  toHeaders?(page: Page<Item>, window: PageWindow): Record<string, string>;
}

/**
 * The route of an operation that lists: filters, pages, and answers as its pagination is described. What others do to
 * the list between two requests is done before the answer is read from it.
 */
export function listing<Item, State>(options: ListingOptions<Item, State>): Route<State> {
  const { pagination, filters, defaultSize = 100 } = options;
  return (call, { churn, order, clamp }) => {
    const list = options.list(call);
    const predicates = Object.entries(filters).flatMap(([name, toPredicate]) => {
      const value = call.query[name];
      // The value has passed the schema of its parameter; `Filters` ties the filter to the same type.
      return value === undefined ? [] : [toPredicate(value as never, call.state)];
    });
    const window = toWindow(pagination, call.query, { defaultSize, clamp });
    churn(list);
    const page = pageThrough(order(list), predicates, window);
    const reply = toReply(pagination, page);
    return { ...reply, headers: { ...reply.headers, ...options.toHeaders?.(page, window) } };
  };
}
