import type { Drift } from "../drift/drift.ts";

/**
 * How an operation that lists behaves. What is left out is as the vendor does it, so `{}` is the well-behaved server.
 * `Parameter` is the name of a query parameter of the operation.
 */
export interface ListDials<Parameter extends string = string> {
  /** In which order it lists. Default: the vendor's own. */
  readonly order?: ListOrder | undefined;
  /**
   * Most items of a page, a whole number from 1: who asks for more gets this many, and no error. Page numbers then
   * count pages of this size, as such a server does. Default: as many as are asked for.
   */
  readonly clamp?: number | undefined;
  /**
   * Query parameters that have no effect, as if they were not sent. Any but those that the operation cannot do
   * without. Default: none.
   */
  readonly ignore?: readonly Parameter[] | undefined;
  /** What changes in the list between two requests of the operation. Default: nothing. */
  readonly churn?: Churn | undefined;
  /** Milliseconds that pass before an answer. A request that is aborted meanwhile changes nothing. Default: 0. */
  readonly latencyMs?: number | undefined;
  /** How every 200 answer deviates from the spec, as vendors' answers do in time. Default: not at all. */
  readonly drift?: readonly Drift[] | undefined;
}

/** An order that stays: ties are broken by the identifier, the same way at each request. */
export interface ListOrder {
  /** `arbitrary` is an order that no field of an item shows: it follows from the identifiers, which follow from the seed. */
  readonly by: "created" | "updated" | "arbitrary";
  /** Default: `descending`, the newest first. */
  readonly direction?: "ascending" | "descending" | undefined;
}

/**
 * Changes before each request but the first since the dials were set or the emulator was reset, in the list that is
 * asked for, whatever its filters. Which items they hit is random, and the same for the same seed.
 */
export interface Churn {
  /** New items, created now by the emulator's clock. */
  readonly inserts?: Amount | undefined;
  /** Items whose update time becomes now. None of them is one of the new items. */
  readonly updates?: Amount | undefined;
  /** Items that disappear. */
  readonly deletes?: Amount | undefined;
}

/** How many: a whole number, or a random one from 0 to `atMost`. */
export type Amount = number | { readonly atMost: number };
