import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { addPage, isLost, noPages, type Pages } from "../model/pages.ts";
import type { ReadPage } from "../model/row.ts";

/** What was read, and what can be asked for. */
export interface LivePages<Item> {
  readonly pages: Pages<Item>;
  /** Reads the next page, or the one that failed again; where the place is lost, the first. */
  more(): void;
}

/**
 * Reads a listing page by page, the first at once. Another `read` begins anew: what the one before still sends is
 * aborted, and ignored where it arrives all the same.
 */
export function usePages<Item extends { readonly id: string }>(read: ReadPage<Item>): LivePages<Item> {
  const [state, setState] = useState<{ read: ReadPage<Item>; pages: Pages<Item> }>({ read, pages: noPages });
  const request = useRef<AbortController>(undefined);

  const load = useCallback(
    (before: Pages<Item>) => {
      request.current?.abort();
      const controller = new AbortController();
      request.current = controller;
      const settle = (pages: Pages<Item>) => controller.signal.aborted || setState({ read, pages });
      setState({ read, pages: { ...before, status: "loading" } });
      read(before.cursor, controller.signal).then(
        (page) => settle(addPage(before, page)),
        (error: unknown) => settle({ ...before, status: "failed", error }),
      );
    },
    [read],
  );

  useLayoutEffect(() => {
    load(noPages);
    return () => request.current?.abort();
  }, [load]);

  // What another `read` brought is not shown for a moment: its rows are of other filters, or of another vendor.
  const pages = state.read === read ? state.pages : noPages;
  const more = () => {
    if (pages.status !== "loading") load(isLost(pages) ? noPages : pages);
  };
  return { pages, more };
}
