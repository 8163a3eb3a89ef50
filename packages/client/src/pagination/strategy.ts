import type { Pagination } from "@agent-chats/schema";
import type { StopReason } from "../receipt.ts";
import { type Mark, mostAnchors } from "./cursor.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { OrderWatch } from "./order.ts";
import type { Row } from "./row.ts";
import type { Answer } from "./source.ts";
import type { Ask } from "./window.ts";

/** A row to deliver. */
export interface Given<Item> {
  readonly row: Row<Item>;
  /** By what a cursor behind it finds its place. None where the walk cannot be resumed behind this row, but earlier. */
  readonly anchors?: Anchors | undefined;
}

/** The anchors of a cursor: the last of a trail of rows, up to one of them. Rows share a trail. */
export interface Anchors {
  readonly trail: readonly Fingerprint[];
  readonly end: number;
}

/** A step of a walk: what to deliver now, and what to ask for then. */
export interface Step<Item> {
  readonly give: readonly Given<Item>[];
  readonly ask: Ask;
  /** What will be asked for after that, if nothing comes in between; the nearest first, at most `count`. */
  readonly ahead?: ((count: number) => readonly Ask[]) | undefined;
  /** What the list does that it cannot be walked on with; asking once more may help. Completes "the listing …". */
  readonly problem?: string | undefined;
  /** Whether the items are gone by which the cursor finds its place. */
  readonly isLost?: boolean | undefined;
}

/** The end of a walk, with what to deliver last. */
interface Ending<Item> {
  readonly give: readonly Given<Item>[];
  readonly stopReason: StopReason;
  readonly complete: boolean | "unknown";
}

/** An answer as a strategy gets it. */
export interface Judged<Item> extends Answer<Item> {
  /** Whether it was asked for before an earlier answer had arrived, so that it may be the older of the two. */
  readonly isStale: boolean;
}

/**
 * How a walk goes through a list: it asks, and judges what the answer brought. It does nothing itself, so that the same
 * answers always make the same walk.
 */
export type Strategy<Item> = Generator<Step<Item>, Ending<Item>, Judged<Item>>;

/** What a strategy knows, and what it notes. */
export interface WalkContext {
  readonly pagination: Pagination;
  readonly pageSize: number;
  /** Where to go on, for a walk that resumes another. */
  readonly mark: Mark | undefined;
  /** Whether to look for rows that moved to the head while they were ahead. */
  readonly settle: boolean;
  readonly order: OrderWatch;
  readonly journal: Journal;
}

/** What a walk notes of itself, for the receipt and the cursor. */
export interface Journal {
  walk: Mark["walk"];
  /** The vendor's clock when the walk began; `NaN` until it is known. */
  beganAt: number;
  /** Whether something could be missing for all that is known, so that the walk cannot be called complete. */
  isInDoubt: boolean;
  /** Whether rows were delivered that the cursor does not know of. */
  isAdrift: boolean;
  gapsRepaired: number;
  headWalks: number;
}

/** Notes when the walk began, by the first answer. */
export function noteBeginning({ mark, journal }: WalkContext, answer: Answer<unknown>): void {
  if (!mark && Number.isNaN(journal.beganAt)) journal.beganAt = answer.serverTime;
}

/** Whether a row was created after the walk began, and so need not be delivered. HTTP dates are cut to the second. */
export function isNewcomer(journal: Journal, { createdAt }: Row<unknown>): boolean {
  return createdAt >= journal.beganAt + 1000;
}

/** Some fingerprints as anchors, the last at the end. */
export function toAnchors(trail: readonly Fingerprint[]): Anchors {
  return { trail, end: trail.length };
}

/** The fingerprints that a cursor holds. */
export function lastOf({ trail, end }: Anchors): readonly Fingerprint[] {
  return trail.slice(Math.max(0, end - mostAnchors), end);
}
