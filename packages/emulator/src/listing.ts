import type { Pagination } from "@agent-chats/schema";
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
  /** All items, in order. Throws a `Problem` where there is no such list. */
  items(call: Call<State>): readonly Item[];
  /** Every parameter that chooses items. The other parameters of the operation choose none. */
  readonly filters: Readonly<Record<string, (value: never, state: State) => Predicate<Item>>>;
  /** Size of a page when none is asked for, where the vendor documents none. */
  readonly defaultSize?: number;
  /** Headers beside the one for the total. */
  toHeaders?(page: Page<Item>, window: PageWindow): Record<string, string>;
}

/** The route of an operation that lists: filters, pages, and answers as its pagination is described. */
export function listing<Item, State>(options: ListingOptions<Item, State>): Route<State> {
  const { pagination, filters, defaultSize = 100 } = options;
  return (call) => {
    const items = options.items(call);
    const predicates = Object.entries(filters).flatMap(([name, toPredicate]) => {
      const value = call.query[name];
      // The value has passed the schema of its parameter; `Filters` ties the filter to the same type.
      return value === undefined ? [] : [toPredicate(value as never, call.state)];
    });
    const window = toWindow(pagination, call.query, defaultSize);
    const page = pageThrough(items, predicates, window);
    const reply = toReply(pagination, page);
    return { ...reply, headers: { ...reply.headers, ...options.toHeaders?.(page, window) } };
  };
}
