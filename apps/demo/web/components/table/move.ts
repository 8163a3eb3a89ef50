import type { KeyboardEvent } from "react";

/** Frames after which a row that was scrolled to is there, or never will be. */
const mostFrames = 10;

/** The arrows, Home and End move from row to row, and along a row to the values that can be filtered by. */
export function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches(".title, .cell-value")) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const along = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const end = { Home: 0, End: countOf(currentTarget) - 1 }[key];
  if (step !== undefined && moveFocus(step)) event.preventDefault();
  if (end !== undefined) focusRow(end);
  if (along !== undefined) focusAlong(target, along);
  if (along !== undefined || end !== undefined) event.preventDefault();
}

function focusAlong(target: HTMLElement, along: number): void {
  const stops = [...(target.closest("tr")?.querySelectorAll<HTMLElement>(".title, .cell-value") ?? [])];
  const seen = stops.filter((stop) => stop.offsetParent !== null);
  seen[seen.indexOf(target) + along]?.focus();
}

/** Moves the focus by rows, from the row that has it, else from the one that Tab leads to. Says whether there was one. */
export function moveFocus(step: number): boolean {
  const focused = document.activeElement?.closest("tr[data-id]");
  const from = focused ?? document.querySelector('.title[tabindex="0"]')?.closest("tr");
  const table = from?.closest("table");
  if (!from || !table) return false;
  const next = placeOf(from) + (focused ? step : 0);
  if (next < 0 || next >= countOf(table)) return false;
  focusRow(next);
  return true;
}

/** Brings a row to the screen, by its place among the loaded ones, from 0; the focus as well, unless it shall stay. */
export function focusRow(place: number, { isFocused = true, frames = mostFrames } = {}): void {
  const row = document.querySelector(`tr[data-id][aria-rowindex="${place + 2}"]`);
  if (row) {
    if (isFocused) row.querySelector<HTMLElement>(".title")?.focus({ preventScroll: true });
    // Not under the head of the table, which stays where it is: see scroll-margin of the rows.
    row.scrollIntoView({ block: "nearest" });
  } else if (frames > 0) {
    // Of a very long list only the rows near the screen are in the page: they come when one is there.
    if (frames === mostFrames) scrollNear(place);
    requestAnimationFrame(() => focusRow(place, { isFocused, frames: frames - 1 }));
  }
}

function scrollNear(place: number): void {
  const row = document.querySelector<HTMLElement>("tr[data-id]");
  const list = row?.closest(".list");
  if (row && list) list.scrollTop = place * row.offsetHeight - list.clientHeight / 2;
}

function placeOf(row: Element): number {
  return Number(row.getAttribute("aria-rowindex")) - 2;
}

/** How many rows of a table are loaded, whether or not they are in the page. */
function countOf(table: Element): number {
  return Number(table.getAttribute("data-loaded"));
}

/** The row that has the focus. */
export function focusedRowId(): string | undefined {
  return document.activeElement?.closest("tr[data-id]")?.getAttribute("data-id") ?? undefined;
}

/** The button of a row. */
export function findTitle(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.row[data-id="${CSS.escape(id)}"] .title`);
}
