import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { compare, type Fresh, type Head, mergeHead } from "../model/fresh.ts";
import type { ReadPage, Row } from "../model/row.ts";
import type { LivePages } from "./use-pages.ts";

const intervalMs = 30_000;

/** What came since the list was read. */
export interface LiveFresh {
  /** Undefined where all is as it was, as far as is known. */
  readonly fresh: Fresh | undefined;
  readonly isChecking: boolean;
  /** Looks now. */
  check(): void;
  /** Shows what came. */
  show(): void;
}

/**
 * Looks for what is new every half minute while the page is on the screen, by a reader of its own: neither the rows nor the
 * place where the list is read on are touched before `show`.
 */
export function useFresh(
  read: ReadPage<Row>,
  open: () => ReadPage<Row>,
  { pages, replace }: LivePages<Row>,
): LiveFresh {
  const [found, setFound] = useState<{ read: ReadPage<Row>; head: Head }>();
  const [isChecking, setChecking] = useState(false);
  const request = useRef<AbortController>(undefined);
  const opener = useRef(open);
  opener.current = open;

  const check = useCallback(() => {
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    setChecking(true);
    const settle = (head?: Head) => {
      if (controller.signal.aborted) return;
      setChecking(false);
      if (head) setFound({ read, head });
    };
    // A failure says nothing new of the rows that are there; the list tells its own.
    opener
      .current()(undefined, controller.signal)
      .then(settle, () => settle());
  }, [read]);

  useEffect(() => {
    const look = () => document.visibilityState === "visible" && check();
    const timer = setInterval(look, intervalMs);
    return () => {
      clearInterval(timer);
      request.current?.abort();
      setChecking(false);
    };
  }, [check]);

  const head = found?.read === read && pages.status !== "loading" ? found.head : undefined;
  const fresh = useMemo(() => head && compare(pages, head), [pages, head]);
  const hasNews = fresh !== undefined && fresh.added + fresh.changed > 0;
  return {
    fresh: hasNews ? fresh : undefined,
    isChecking,
    check,
    show() {
      if (head && hasNews) replace(mergeHead(pages, head));
      setFound(undefined);
    },
  };
}
