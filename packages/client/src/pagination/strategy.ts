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
  /** Where to go on, for a walk that resumes another; it has anchors. */
  readonly mark: Mark | undefined;
  /** Whether to look for rows that moved to the head while they were ahead. */
  readonly settle: boolean;
  readonly order: OrderWatch;
  readonly journal: Journal;
}

/** What a walk notes of itself, for the receipt and the cursor. */
export interface Journal {
  walk: Mark["walk"];
  /** When the walk began, by the clock that dates the items as far as it is known; `NaN` until then. */
  beganAt: number;
  /** What the clocks said at the first answer. */
  first: Clocks | undefined;
  /** Whether the vendor does not tell the time with every answer. */
  isOwnClock: boolean;
  /** Whether something could be missing for all that is known, so that the walk cannot be called complete. */
  isInDoubt: boolean;
  /** Whether rows were delivered that the cursor does not know of. */
  isAdrift: boolean;
  gapsRepaired: number;
  headWalks: number;
}

/** Milliseconds since 1970, at one moment. The vendor's is cut to the second; `NaN` where it is not told. */
interface Clocks {
  readonly vendor: number;
  readonly own: number;
}

/**
 * Notes when the walk began, by the vendor's clock of the first answer, or by our own where it tells none. Where an answer
 * holds a later time than that clock can have reached, it is behind the one by which items are dated, and the walk began
 * as much later.
 */
export function noteBeginning({ mark, journal }: WalkContext, { serverTime, rows }: Answer<unknown>): void {
  journal.isOwnClock ||= Number.isNaN(serverTime);
  if (mark) return;
  const now: Clocks = { vendor: serverTime, own: Date.now() };
  if (!journal.first) {
    journal.first = now;
    journal.beganAt = journal.isOwnClock ? now.own : now.vendor;
  }
  const { first } = journal;
  // An answer from a cache tells the same time again and again.
  const elapsed = now.vendor > first.vendor ? now.vendor - first.vendor : now.own - first.own;
  for (const { createdAt, updatedAt } of rows) {
    const latest = Math.max(createdAt || 0, updatedAt || 0);
    journal.beganAt = Math.max(journal.beganAt, latest - elapsed);
  }
}

/** Whether a row was created after the walk began, and so need not be delivered. HTTP dates are cut to the second. */
export function isNewcomer(journal: Journal, { createdAt }: Row<unknown>): boolean {
  return createdAt >= journal.beganAt + 1000;
}

/** Neighbours that have to show an order before it is believed, where it could be there by chance. */
export const leastEvidence = 12;

/** How far a server's clock may be off the times of its items, beyond what its answers show; in milliseconds. */
const mostSkew = 60_000;

/** Whether a row was created after the walk began, even by a clock that is off. */
export function isSurelyNew(journal: Journal, { createdAt }: Row<unknown>): boolean {
  return !journal.isOwnClock && createdAt >= journal.beganAt + mostSkew;
}

/** Whether a row that existed when the walk began may have changed since, by a clock that may be off. */
export function mayHaveChanged(journal: Journal, row: Row<unknown>): boolean {
  return !isSurelyNew(journal, row) && !(row.updatedAt < journal.beganAt - mostSkew);
}

/** Whether rows stay where they are, however they change: a resumed walk may have seen too few of them to know. */
export function isStill({ order, mark }: WalkContext): boolean {
  return order.movement === "none" && (!mark || mark.isStill || order.evidence >= leastEvidence);
}

/** Some fingerprints as anchors, the last at the end. */
export function toAnchors(trail: readonly Fingerprint[]): Anchors {
  return { trail, end: trail.length };
}

/** The fingerprints that a cursor holds. */
export function lastOf({ trail, end }: Anchors): readonly Fingerprint[] {
  return trail.slice(Math.max(0, end - mostAnchors), end);
}
