import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { addPage, isLost, noPages, type Pages } from "../model/pages.ts";
import type { ReadPage } from "../model/row.ts";
import { mostRows } from "./use-window.ts";

/** What was read, and what can be asked for. */
export interface LivePages<Item> {
  readonly pages: Pages<Item>;
  /** Reads the next page, or the one that failed again; where the place is lost, the first. */
  more(): void;
  /** Whether page after page is read until the end. */
  readonly isReadingAll: boolean;
  /** Reads until the end, or stops doing so. */
  readAll(isWanted: boolean): void;
  /** Reads the first page again, and shows that instead. */
  restart(): void;
  /** Puts other pages in the place of these. */
  replace(pages: Pages<Item>): void;
}

/** While all is read, what came is shown so often: each time, the page looks at everything that is there. */
const stepMs = 250;
/** While every row comes into the page, no more are drawn at once. */
const mostDrawn = 120;

/**
 * Reads a listing page by page, the first at once, unless `initial` has what was read of it before. `join` puts the first
 * page to rows that were known before it. Another `read` begins anew: what the one before still sends is aborted, and
 * ignored where it arrives all the same.
 */
export function usePages<Item extends { readonly id: string }>(
  read: ReadPage<Item>,
  initial: Pages<Item> = noPages,
  join: (known: Pages<Item>, page: Awaited<ReturnType<ReadPage<Item>>>) => Pages<Item> = addPage,
): LivePages<Item> {
  const [state, setState] = useState<{ read: ReadPage<Item>; pages: Pages<Item> }>({ read, pages: initial });
  const [allOf, setAllOf] = useState<ReadPage<Item>>();
  const request = useRef<AbortController>(undefined);
  // Only what was known when the listing was opened counts, whatever is known of it later.
  const first = useRef({ read, initial });
  if (first.current.read !== read) first.current = { read, initial };

  const joiner = useRef(join);
  joiner.current = join;

  const load = useCallback(
    (before: Pages<Item>, { from = before, forMs = 0 } = {}) => {
      request.current?.abort();
      const controller = new AbortController();
      request.current = controller;
      const settle = (pages: Pages<Item>) => controller.signal.aborted || setState({ read, pages });
      setState({ read, pages: { ...before, status: "loading" } });
      const isFirst = from.cursor === undefined && from.items.length > 0;
      const add = (page: Awaited<ReturnType<ReadPage<Item>>>) =>
        isFirst ? joiner.current(from, page) : addPage(from, page);
      read(from.cursor, controller.signal)
        .then((page) => readOn(read, add(page), controller.signal, forMs))
        .then(settle, (error: unknown) => settle({ ...before, status: "failed", error }));
    },
    [read],
  );

  useLayoutEffect(() => {
    const { initial } = first.current;
    if (initial.status === "loading") load(initial);
    else setState({ read, pages: initial });
    return () => request.current?.abort();
  }, [load, read]);

  // What another `read` brought is not shown for a moment: its rows are of other filters, or of another vendor.
  const pages = state.read === read ? state.pages : first.current.initial;
  const isReadingAll = allOf === read && pages.cursor !== undefined && pages.status !== "failed";
  const goesOn = isReadingAll && pages.status === "ready";
  useEffect(() => {
    if (goesOn) load(pages, { forMs: stepMs });
  }, [goesOn, load, pages]);
  return {
    pages,
    more() {
      if (pages.status !== "loading") load(isLost(pages) ? noPages : pages);
    },
    isReadingAll,
    readAll: (isWanted) => setAllOf(() => (isWanted ? read : undefined)),
    restart: () => load(pages, { from: noPages }),
    replace: (others) => setState({ read, pages: others }),
  };
}

/** Reads more pages for so long. Where one fails, those before it are there. */
async function readOn<Item extends { readonly id: string }>(
  read: ReadPage<Item>,
  first: Pages<Item>,
  signal: AbortSignal,
  forMs: number,
): Promise<Pages<Item>> {
  const endsAt = performance.now() + forMs;
  let pages = first;
  try {
    const isFull = () => pages.items.length < mostRows && pages.items.length >= first.items.length + mostDrawn;
    while (pages.cursor !== undefined && performance.now() < endsAt && !isFull()) {
      pages = addPage(pages, await read(pages.cursor, signal));
    }
    return pages;
  } catch (error) {
    return { ...pages, status: "failed", error };
  }
}
