import { type RefObject, useEffect, useState } from "react";

/** Up to so many rows all are in the page, for find-in-page and for screen readers that read on. */
export const mostRows = 2000;
/** Rows beyond the edges, so that scrolling meets no blank. */
const margin = 30;
/** Rows by which the window moves on: rendering at each pixel would be in vain. */
const stride = 10;

/** The rows that are in the page, of so many. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
  /** About the first row on the screen. */
  readonly top: number;
  /** Height of a row in pixels. */
  readonly rowHeight: number;
}

/** All rows of a list of the usual length; of a very long one those around what is on the screen. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const isCut = count > mostRows;
  const [first, setFirst] = useState(0);
  const [size, setSize] = useState({ rowHeight: 44, rows: 40 });
  useEffect(() => {
    const element = scroller.current;
    if (!element || !isCut) return;
    const look = () => {
      const rowHeight = element.querySelector<HTMLElement>(".row")?.offsetHeight || 44;
      const rows = Math.ceil(element.clientHeight / rowHeight);
      setSize((before) => (before.rowHeight === rowHeight && before.rows === rows ? before : { rowHeight, rows }));
      setFirst(Math.floor(element.scrollTop / rowHeight / stride) * stride);
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [scroller, isCut]);
  if (!isCut) return { start: 0, end: count, top: 0, rowHeight: size.rowHeight };
  const start = Math.max(0, Math.min(first - margin, count - size.rows - margin));
  const end = Math.min(count, first + size.rows + margin + stride);
  return { start, end, top: Math.min(Math.max(first, start), end - 1), rowHeight: size.rowHeight };
}
