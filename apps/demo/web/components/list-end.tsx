import { isLost, type Pages } from "../model/pages.ts";
import { messageOf } from "./notice.tsx";

interface ListEndProps {
  readonly pages: Pages<unknown>;
  readonly noun: string;
  onMore(): void;
  readonly isReadingAll?: boolean;
  /** Reads to the end, or stops doing so; undefined where that is not offered. */
  onReadAll?(isWanted: boolean): void;
}

/** What follows the last row: the next page, the reason why it did not come, or the end. */
export function ListEnd({ pages, noun, onMore, isReadingAll = false, onReadAll }: ListEndProps) {
  const { status, cursor, error } = pages;
  if (status === "failed") {
    return (
      <div className="list-end" role="alert">
        <p className="list-end-error">{messageOf(error)}</p>
        <button type="button" className="button" onClick={onMore}>
          {isLost(pages) ? "Start over" : "Retry"}
        </button>
      </div>
    );
  }
  if (cursor === undefined && status === "ready") return <p className="list-end">{describeEnd(pages, noun)}</p>;
  const isLoading = status === "loading";
  if (isReadingAll) {
    return (
      <div className="list-end">
        <span>{pages.items.length.toLocaleString("en")} loaded…</span>
        <button type="button" className="button" onClick={() => onReadAll?.(false)}>
          Stop
        </button>
      </div>
    );
  }
  return (
    <div className="list-end">
      <button type="button" className="button" aria-disabled={isLoading} onClick={onMore}>
        {isLoading ? "Loading…" : "Load more"}
      </button>
      {onReadAll && (
        <button type="button" className="button quiet" onClick={() => onReadAll(true)}>
          Load all
        </button>
      )}
    </div>
  );
}

/** Fewer rows than the vendor counts means that the list changed while it was read. */
function describeEnd({ items, total }: Pages<unknown>, noun: string): string {
  if (total.kind !== "exact" || total.value <= items.length) return `End of list`;
  const missing = total.value - items.length;
  return `End of list. It changed while it was read: ${missing.toLocaleString("en")} ${noun} may be missing here.`;
}
