import type { Page } from "@agent-chats/client";
import { addPage, noPages, type Pages } from "./pages.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

/** The first page of a list, read again while the list is on the screen. */
export type Head = Page<Row> & { readonly report?: Report };

/** What the list would show if it were read anew. */
export interface Fresh {
  readonly added: number;
  /** Rows that are not as they were, or no longer there. */
  readonly changed: number;
  /** Whether there may be more that is new than was read. */
  readonly isMore: boolean;
}

/** Compares what is shown with what came since. Nothing on the screen moves before the reader asks for it. */
export function compare(pages: Pages<Row>, head: Head): Fresh {
  const before = findKnown(pages, head);
  const added = head.items.filter(({ id }) => !before.has(id)).length;
  const changed = head.items.filter((row) => isOther(before.get(row.id), row)).length;
  const isMore = head.cursor !== undefined && added === head.items.length && added > 0 && pages.items.length > 0;
  return { added, changed: changed + findGone(pages, head).size, isMore };
}

/** In words: `3 new`, `3 new, 2 changed`, `50+ new`; empty where all is as it was. */
export function describeFresh({ added, changed, isMore }: Fresh): string {
  const parts = [added > 0 && `${added}${isMore ? "+" : ""} new`, changed > 0 && `${changed} changed`];
  return parts.filter((part) => part !== false).join(", ");
}

/** The list with its head as it is now, and the rest where it was. */
export function mergeHead(pages: Pages<Row>, head: Head): Pages<Row> {
  const before = findKnown(pages, head);
  // So much is new that what lies between is unknown: the list begins anew.
  if (head.cursor !== undefined && before.size === 0) return addPage(noPages, head);
  const gone = findGone(pages, head);
  const top = head.items.map((row) => (isOther(before.get(row.id), row) ? row : (before.get(row.id) ?? row)));
  const ids = new Set(head.items.map(({ id }) => id));
  const rest = pages.items.filter(({ id }) => !ids.has(id) && !gone.has(id));
  return {
    ...pages,
    status: "ready",
    items: inOrder([...top, ...rest]),
    total: head.total,
    cursor: head.cursor === undefined ? undefined : pages.cursor,
    error: undefined,
    // The account stays that of the walk by which the list is read on.
    report: head.report && { ...head.report, receipt: pages.report?.receipt },
  };
}

/** Rows that are known to be in the list, with its first page: from there it is read on. */
export function joinFirst(known: Pages<Row>, head: Head): Pages<Row> {
  return { ...mergeHead(known, head), cursor: head.cursor, report: head.report };
}

/**
 * Rows that stood within what the head shows, and are not in it: deleted, or other than what is asked for by now. Those of
 * a vendor that failed are only not known.
 */
function findGone({ items }: Pages<Row>, head: Head): ReadonlySet<string> {
  const ids = new Set(head.items.map(({ id }) => id));
  const failed = new Set(head.report?.failures.map(({ vendor }) => vendor));
  const last = head.cursor === undefined ? items.length - 1 : items.findLastIndex(({ id }) => ids.has(id));
  const bottom = head.cursor === undefined ? undefined : head.items.at(-1)?.orderMs;
  const isWithin = ({ orderMs }: Row) => orderMs === undefined || bottom === undefined || orderMs > bottom;
  const gone = items.slice(0, last + 1).filter((row) => !ids.has(row.id) && !failed.has(row.vendor) && isWithin(row));
  return new Set(gone.map(({ id }) => id));
}

/** The rows of the head as the list has them: the list may have a hundred thousand more. */
function findKnown({ items }: Pages<Row>, head: Head): ReadonlyMap<string, Row> {
  const ids = new Set(head.items.map(({ id }) => id));
  return new Map(items.filter(({ id }) => ids.has(id)).map((row) => [row.id, row]));
}

function isOther(before: Row | undefined, now: Row): boolean {
  return before !== undefined && JSON.stringify(before.raw) !== JSON.stringify(now.raw);
}

/** By time where every row has one; stable, so that a vendor's own order stays. */
function inOrder(rows: Row[]): Row[] {
  if (rows.some(({ orderMs }) => orderMs === undefined)) return rows;
  return rows.sort((left, right) => (right.orderMs ?? 0) - (left.orderMs ?? 0));
}
