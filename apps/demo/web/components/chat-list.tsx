import { useLayoutEffect, useRef } from "react";
import type { LiveFresh } from "../hooks/use-fresh.ts";
import type { LivePages } from "../hooks/use-pages.ts";
import { activeFields, type FilterValues } from "../model/filters.ts";
import { describeFresh } from "../model/fresh.ts";
import type { Pages } from "../model/pages.ts";
import type { LeftList } from "../model/places.ts";
import type { Row, ValueTerm } from "../model/row.ts";
import type { ChatView } from "../model/view.ts";
import { ChatTable } from "./chat-table.tsx";
import { ListEnd } from "./list-end.tsx";
import { FailedNotice, NoMatchNotice, NoneNotice } from "./notice.tsx";

interface ChatListProps {
  readonly view: ChatView;
  readonly values: FilterValues;
  readonly list: LeftList;
  readonly live: LivePages<Row>;
  readonly news: LiveFresh;
  readonly openedId: string | undefined;
  onOpen(row: Row): void;
  onNarrow(term: ValueTerm, isNot: boolean): void;
  onClear(): void;
}

/** The chats, in one of five states: loading, none, none that match, failed, loaded. */
export function ChatList({ view, values, list, live, news, openedId, onOpen, onNarrow, onClear }: ChatListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { pages, more, isReadingAll, readAll } = live;
  const { status, items, total } = pages;
  const isLoading = status === "loading" && items.length === 0;
  // Back leads to where one was.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = list.scrollTop;
  }, [list]);
  const show = () => {
    news.show();
    if (scroller.current) scroller.current.scrollTop = 0;
  };
  return (
    <div className="list-frame">
      {news.fresh && (
        <button type="button" className="news" onClick={show}>
          ↑ {describeFresh(news.fresh)}
        </button>
      )}
      <section
        className="list"
        ref={scroller}
        aria-label={view.title}
        aria-busy={status === "loading"}
        data-state={stateOf(pages)}
        // A list that scrolls has to be reached by keyboard also where nothing in it can be.
        tabIndex={items.length === 0 ? 0 : undefined}
        onScroll={({ currentTarget }) => {
          list.scrollTop = currentTarget.scrollTop;
        }}
      >
        {status === "failed" && items.length === 0 && (
          <FailedNotice what={toWhat(view)} error={pages.error} onRetry={more} />
        )}
        {status === "ready" && items.length === 0 && renderNone(view, values, onClear)}
        {(isLoading || items.length > 0) && (
          <ChatTable
            view={view}
            rows={isLoading ? undefined : items}
            total={
              pages.cursor === undefined && status === "ready"
                ? items.length
                : total.kind === "exact"
                  ? total.value
                  : undefined
            }
            openedId={openedId}
            scroller={scroller}
            canExclude={view.narrow(values, { name: "", value: "" }, true) !== undefined}
            onOpen={onOpen}
            onNarrow={onNarrow}
          />
        )}
        {items.length > 0 && (
          <ListEnd pages={pages} noun="chats" onMore={more} isReadingAll={isReadingAll} onReadAll={readAll} />
        )}
      </section>
    </div>
  );
}

function toWhat({ id, title }: ChatView): string {
  return id === "all" ? "the chats" : `chats of ${title}`;
}

function renderNone(view: ChatView, values: FilterValues, onClear: () => void) {
  const isFiltered = activeFields(view.filters, values).length > 0;
  return isFiltered ? <NoMatchNotice onClear={onClear} /> : <NoneNotice title={view.title} />;
}

/** The state in one word, for styles and tests. */
function stateOf({ status, items, cursor }: Pages<Row>): string {
  if (items.length === 0) return status === "ready" ? "none" : status;
  if (status !== "ready") return status === "loading" ? "loading-more" : "failed-more";
  return cursor === undefined ? "end" : "more";
}
