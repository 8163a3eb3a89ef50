import type { Cargo } from "@agent-chats/client/cargo";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { DemoInfo } from "../../server/info.ts";
import { openExport, PageTools } from "../export/page-tools.tsx";
import { useFresh } from "../hooks/use-fresh.ts";
import { useKeys } from "../hooks/use-keys.ts";
import { useMedia } from "../hooks/use-media.ts";
import { usePages } from "../hooks/use-pages.ts";
import { useQuery } from "../hooks/use-query.ts";
import { useServed, withServed } from "../hooks/use-served.ts";
import { beginListTrace } from "../inspector/inspector-state.ts";
import { type Address, readAddress, writeAddress } from "../model/address.ts";
import { changeValue, clearValues, type FilterValues } from "../model/filters.ts";
import { joinFirst } from "../model/fresh.ts";
import { describeCount, noPages, type Pages } from "../model/pages.ts";
import { listAt } from "../model/places.ts";
import type { Row, ValueTerm } from "../model/row.ts";
import type { ChatView } from "../model/view.ts";
import { ChatList } from "./chat-list.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { PageHead } from "./page-head.tsx";
import { QueryBar } from "./query/query-bar.tsx";
import { ReportBanner } from "./report-banner.tsx";
import { focusedRowId, focusRow, moveFocus } from "./table/move.ts";
import { TopBar } from "./top-bar.tsx";

// Wanted seldom, and not before the list is there.
const CreateDialog = lazy(() => import("./dialogs/create-dialog.tsx").then((file) => ({ default: file.CreateDialog })));
const DetailsPane = lazy(() => import("./details-pane.tsx").then((file) => ({ default: file.DetailsPane })));
const HelpDialog = lazy(() => import("./dialogs/help-dialog.tsx").then((file) => ({ default: file.HelpDialog })));

interface ExplorerProps {
  readonly views: readonly [ChatView, ...ChatView[]];
  /** Where the chats come from, in words. */
  readonly backend: string;
  /** By which chats can be created, where Cargo is shown. */
  readonly cargo: Cargo | undefined;
  readonly info: DemoInfo;
}

/** The chats of one vendor or of all, as the address says. */
export function Explorer({ views, backend, cargo, info }: ExplorerProps) {
  const [place, navigate] = useQuery();
  const address = useMemo(() => readAddress(place.query, views), [place.query, views]);
  const { view, values } = address;
  const key = writeAddress(address);
  const go = (next: Partial<Address>, replace = false) => navigate(writeAddress({ ...address, ...next }), { replace });
  const clear = () => go({ values: clearValues(view.filters, values) });

  const before = useRef<Shown>(undefined);
  // The key stands for the view and its values: another spelling of the same address reads nothing again.
  const list = listAt(
    place.entry,
    key,
    () => {
      beginListTrace("This list", view.title);
      return view.open(values);
    },
    () => beginPages(before.current, view, values),
  );
  const live = usePages(list.read, list.pages, joinFirst);
  const news = useFresh(list.read, () => view.open(values), live);
  const { pages } = live;
  useEffect(() => {
    list.pages = pages;
    before.current = { view, values, pages };
  }, [list, pages, view, values]);

  const count = view.count;
  const served = useServed(list, count && ((signal) => count(values, signal)));
  const counted = useMemo(() => withServed(pages, served), [pages, served]);
  const [opened, setOpened] = useState<{ key: string; id: string }>();
  const at = opened?.key === key ? pages.items.findIndex(({ id }) => id === opened.id) : -1;
  const row = pages.items[at];
  const open = ({ id }: Row) => setOpened({ key, id });
  const step = (by: number) => {
    const next = pages.items[at + by];
    if (next) open(next);
  };
  const narrow = ({ name, value }: ValueTerm, isNot: boolean) => {
    const narrowed = view.narrow(values, { name, value }, isNot);
    if (narrowed) go({ values: narrowed });
  };
  const [dialog, setDialog] = useState<"help" | "create">();
  const isNarrow = useMedia("(max-width: 1023px)");

  useShownRow(row, at);
  useKeys({
    "/": () => document.querySelector<HTMLElement>('.query input, [type="search"]')?.focus(),
    j: () => (row ? step(1) : moveFocus(1)),
    k: () => (row ? step(-1) : moveFocus(-1)),
    r: news.check,
    ".": news.show,
    m: () => pages.cursor !== undefined && live.more(),
    e: openExport,
    "?": () => setDialog("help"),
    Escape: () => setOpened(undefined),
  });

  return (
    <div className="app" data-details={row ? "open" : undefined}>
      <div className="app-main" inert={isNarrow && row !== undefined}>
        <TopBar
          views={views}
          current={view}
          backend={backend}
          onChoose={(next) => go({ view: next, values: {} })}
          onHelp={() => setDialog("help")}
        />
        <main className="main">
          <PageHead
            view={view}
            count={describeCount(counted, "chats")}
            query={key}
            news={news}
            tools={<PageTools info={info} view={view} values={values} pages={pages} />}
            onOpenView={(query) => navigate(writeAddress(readAddress(query, views)))}
            onCreate={cargo && (view.id === "cargo" || view.id === "all") ? () => setDialog("create") : undefined}
          />
          {view.id === "all" ? (
            <QueryBar
              values={values}
              rows={pages.items}
              served={served?.byVendor}
              onChange={(next) => go({ values: next })}
            />
          ) : (
            <FilterBar
              key={view.id}
              view={view}
              values={values}
              onChange={(name, value, replace) => go({ values: changeValue(values, name, value) }, replace)}
              onClear={clear}
            />
          )}
          <ReportBanner report={pages.report} onRetry={live.restart} />
          <ChatList
            view={view}
            values={values}
            list={list}
            live={live}
            news={news}
            openedId={row?.id}
            onOpen={open}
            onNarrow={narrow}
            onClear={clear}
          />
        </main>
      </div>
      <Suspense>
        {row && (
          <DetailsPane
            key={row.id}
            row={row}
            place={at + 1}
            count={pages.items.length}
            isAlone={isNarrow}
            onStep={step}
            onClose={() => setOpened(undefined)}
            onFilter={(name, value) => narrow({ name, value }, false)}
          />
        )}
        {dialog === "help" && <HelpDialog onClose={() => setDialog(undefined)} />}
        {dialog === "create" && cargo && (
          <CreateDialog cargo={cargo} onClose={() => setDialog(undefined)} onCreated={news.check} />
        )}
      </Suspense>
    </div>
  );
}

type Shown = { view: ChatView; values: FilterValues; pages: Pages<Row> } | undefined;

/** What a list begins with: the rows of the one before that are in it too, where one can tell. */
function beginPages(before: Shown, view: ChatView, values: FilterValues): Pages<Row> {
  const isSame = before?.view === view;
  const kept = isSame ? view.keep?.(before.pages.items, before.values, values) : undefined;
  return kept ? { ...noPages, items: kept } : noPages;
}

/** Going from chat to chat keeps the row of the open one in sight. */
function useShownRow(row: Row | undefined, place: number): void {
  const id = row?.id;
  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    if (id !== undefined && focusedRowId() !== id) focusRow(latest.current, { isFocused: false });
  }, [id]);
}
