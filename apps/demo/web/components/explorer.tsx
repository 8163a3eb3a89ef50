import { useMemo, useState } from "react";
import { useMedia } from "../hooks/use-media.ts";
import { usePages } from "../hooks/use-pages.ts";
import { useQuery } from "../hooks/use-query.ts";
import { type Address, readAddress, writeAddress } from "../model/address.ts";
import { changeValue, clearValues, type FilterValues } from "../model/filters.ts";
import { describeCount } from "../model/pages.ts";
import type { Row } from "../model/row.ts";
import type { VendorView } from "../model/view.ts";
import { ChatList } from "./chat-list.tsx";
import { DetailsPane } from "./details-pane.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { TopBar } from "./top-bar.tsx";

interface ExplorerProps {
  readonly views: readonly [VendorView, ...VendorView[]];
  /** Where the chats come from, in words. */
  readonly backend: string;
}

/** The chats of one vendor, as the address says. */
export function Explorer({ views, backend }: ExplorerProps) {
  const [query, navigate] = useQuery();
  const address = useMemo(() => readAddress(query, views), [query, views]);
  const { view, values } = address;
  const key = writeAddress(address);
  const go = (next: Partial<Address>, replace = false) => navigate(writeAddress({ ...address, ...next }), { replace });

  // The key stands for the view and its values: another spelling of the same address reads nothing again.
  const { pages, more } = usePages(useMemo(() => view.open(values), [view, key]));
  const [opened, setOpened] = useState<{ key: string; id: string }>();
  const row = opened?.key === key ? pages.items.find(({ id }) => id === opened.id) : undefined;
  const isNarrow = useMedia("(max-width: 1023px)");
  const close = () => setOpened(undefined);

  return (
    <div className="app" data-details={row ? "open" : undefined}>
      <div className="app-main" inert={isNarrow && row !== undefined}>
        <TopBar views={views} current={view} backend={backend} onChoose={(next) => go({ view: next, values: {} })} />
        <main className="main">
          <PageHead view={view} count={describeCount(pages, "chats")} />
          <FilterBar
            key={view.id}
            view={view}
            values={values}
            onChange={(name, value, replace) => go({ values: changeValue(values, name, value) }, replace)}
            onClear={() => go({ values: clearValues(view.filters, values) })}
          />
          <ChatList
            view={view}
            values={values}
            pages={pages}
            openedId={row?.id}
            onOpen={({ id }: Row) => setOpened({ key, id })}
            onMore={more}
            onClear={() => go({ values: clearValues(view.filters, values) })}
          />
        </main>
      </div>
      {row && <DetailsPane key={row.id} row={row} onClose={close} onFilter={toFilter(view, values, go)} />}
    </div>
  );
}

/** Sets one filter beside those in use. */
function toFilter(view: VendorView, values: FilterValues, go: (next: Partial<Address>) => void) {
  return (name: string, value: string) => go({ view, values: changeValue(values, name, [value]) });
}

function PageHead({ view, count }: { view: VendorView; count: string }) {
  return (
    <header className="page-head">
      <h1>{view.title}</h1>
      <p className="page-subject">{view.subject}</p>
      <p className="count" role="status" data-testid="count">
        {count}
      </p>
    </header>
  );
}
