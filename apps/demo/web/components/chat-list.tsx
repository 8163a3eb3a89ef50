import { useRef } from "react";
import { activeFields, type FilterValues } from "../model/filters.ts";
import type { Pages } from "../model/pages.ts";
import type { Row } from "../model/row.ts";
import type { VendorView } from "../model/view.ts";
import { ChatTable } from "./chat-table.tsx";
import { ListEnd } from "./list-end.tsx";
import { FailedNotice, NoMatchNotice, NoneNotice } from "./notice.tsx";

interface ChatListProps {
  readonly view: VendorView;
  readonly values: FilterValues;
  readonly pages: Pages<Row>;
  readonly openedId: string | undefined;
  onOpen(row: Row): void;
  onMore(): void;
  onClear(): void;
}

/** The chats, in one of five states: loading, none, none that match, failed, loaded. */
export function ChatList({ view, values, pages, openedId, onOpen, onMore, onClear }: ChatListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { status, items } = pages;
  const isLoading = status === "loading" && items.length === 0;
  return (
    <div className="list" ref={scroller} aria-busy={status === "loading"} data-state={stateOf(pages)}>
      {status === "failed" && items.length === 0 && (
        <FailedNotice what={`chats of ${view.title}`} error={pages.error} onRetry={onMore} />
      )}
      {status === "ready" && items.length === 0 && renderNone(view, values, onClear)}
      {(isLoading || items.length > 0) && (
        <ChatTable view={view} rows={isLoading ? undefined : items} openedId={openedId} onOpen={onOpen} />
      )}
      {items.length > 0 && <ListEnd pages={pages} noun="chats" onMore={onMore} />}
    </div>
  );
}

function renderNone(view: VendorView, values: FilterValues, onClear: () => void) {
  const isFiltered = activeFields(view.filters, values).length > 0;
  return isFiltered ? <NoMatchNotice onClear={onClear} /> : <NoneNotice title={view.title} />;
}

/** The state in one word, for styles and tests. */
function stateOf({ status, items, cursor }: Pages<Row>): string {
  if (items.length === 0) return status === "ready" ? "none" : status;
  if (status !== "ready") return status === "loading" ? "loading-more" : "failed-more";
  return cursor === undefined ? "end" : "more";
}
