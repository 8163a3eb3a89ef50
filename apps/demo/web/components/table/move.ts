import type { KeyboardEvent } from "react";

/** The arrows move from row to row, and along a row to the values that can be filtered by. */
export function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.matches(".title, .cell-value")) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const along = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step !== undefined && moveFocus(step)) event.preventDefault();
  if (along === undefined) return;
  const stops = [...(target.closest("tr")?.querySelectorAll<HTMLElement>(".title, .cell-value") ?? [])];
  const seen = stops.filter((stop) => stop.offsetParent !== null);
  seen[seen.indexOf(target) + along]?.focus();
  event.preventDefault();
}

/** Moves the focus by rows, from the row that has it, else from the one that Tab leads to. Says whether there was one. */
export function moveFocus(step: number): boolean {
  const focused = document.activeElement?.closest("tr[data-id]");
  const from = focused ?? document.querySelector('.title[tabindex="0"]')?.closest("tr");
  if (!from) return false;
  const rows = [...document.querySelectorAll("tr[data-id]")];
  const next = focused ? rows[rows.indexOf(from) + step] : from;
  const title = next?.querySelector<HTMLElement>(".title");
  title?.focus({ preventScroll: true });
  // Not under the head of the table, which stays where it is: see scroll-margin of the rows.
  next?.scrollIntoView({ block: "nearest" });
  return title !== undefined && title !== null;
}

/** The row that has the focus. */
export function focusedRowId(): string | undefined {
  return document.activeElement?.closest("tr[data-id]")?.getAttribute("data-id") ?? undefined;
}

/** The button of a row. */
export function findTitle(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.row[data-id="${CSS.escape(id)}"] .title`);
}
