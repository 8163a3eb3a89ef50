import {
  type CSSProperties,
  type KeyboardEvent,
  lazy,
  type MouseEvent,
  type RefObject,
  Suspense,
  useState,
} from "react";
import { useWindow } from "../hooks/use-window.ts";
import type { ColumnHead, Row } from "../model/row.ts";
import type { ChatView } from "../model/view.ts";
import { moveInTable } from "./table/move.ts";
import { type Range, toRanges } from "./table/ranges.ts";
import { BlankRow, ChatRow } from "./table/rows.tsx";
import type { ShownMenu } from "./table/value-menu.tsx";

// Not before one clicks a value.
const ValueMenu = lazy(async () => ({ default: (await import("./table/value-menu.tsx")).ValueMenu }));

interface ChatTableProps {
  readonly view: ChatView;
  /** Undefined while the first page is on its way. */
  readonly rows: readonly Row[] | undefined;
  /** How many rows there are in all, where that is known. */
  readonly total: number | undefined;
  readonly openedId: string | undefined;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly canExclude: boolean;
  onOpen(row: Row): void;
  onNarrow(term: { name: string; value: string }, isNot: boolean): void;
}

/** A real table: found by find-in-page, read by screen readers. */
export function ChatTable({ view, rows, total, openedId, scroller, canExclude, onOpen, onNarrow }: ChatTableProps) {
  const { columns } = view;
  const [menu, setMenu] = useState<ShownMenu>();
  const [focusedId, setFocusedId] = useState<string>();
  const { start, end, top, rowHeight } = useWindow(scroller, rows?.length ?? 0);
  // What has the focus, or gets it back, stays in the page when one scrolls away from it.
  const [opened, focused] = [openedId, focusedId].map((id) => findPlace(rows, { start, end }, id));
  const ranges = toRanges({ start, end }, [opened, focused]);
  const currentId = rows?.[opened ?? top]?.id;

  const choose = (event: MouseEvent) => {
    const target = event.target as Element;
    const id = target.closest("tr[data-id]")?.getAttribute("data-id");
    const row = rows?.find((candidate) => candidate.id === id);
    const button = target.closest<HTMLElement>("[data-cell]");
    const value = row?.cells[Number(button?.getAttribute("data-cell"))];
    if (!row || window.getSelection()?.type === "Range") return;
    if (button && value?.term) setMenu({ anchor: button, term: value.term, label: button.textContent ?? "" });
    else onOpen(row);
  };
  return (
    <>
      <table
        className="table"
        aria-rowcount={total === undefined ? -1 : total + 1}
        data-loaded={rows?.length}
        onFocus={({ target }) => setFocusedId(target.closest("tr[data-id]")?.getAttribute("data-id") ?? undefined)}
        onKeyDown={(event: KeyboardEvent<HTMLTableElement>) => moveInTable(event)}
        onClick={choose}
      >
        <caption className="visually-hidden">{view.title}</caption>
        <colgroup>
          <col />
          {columns.map((column) => (
            <col key={column.label} style={toWidth(column)} data-from={column.from} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Chat</th>
            {columns.map((column) => (
              <th key={column.label} scope="col" data-from={column.from} data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody aria-hidden={rows === undefined}>
          {rows === undefined && Array.from({ length: 12 }, (_, index) => <BlankRow key={index} columns={columns} />)}
          {ranges.flatMap((range, index) => [
            <Space
              key={`before-${range.start}`}
              rows={range.start - (ranges[index - 1]?.end ?? 0)}
              rowHeight={rowHeight}
            />,
            ...(rows ?? [])
              .slice(range.start, range.end)
              .map((row, place) => (
                <ChatRow
                  key={row.id}
                  row={row}
                  index={range.start + place}
                  columns={columns}
                  isOpened={row.id === openedId}
                  isCurrent={row.id === currentId}
                />
              )),
          ])}
          <Space rows={(rows?.length ?? 0) - (ranges.at(-1)?.end ?? 0)} rowHeight={rowHeight} />
        </tbody>
      </table>
      <Suspense>
        <Suspense>
          {menu && (
            <ValueMenu {...menu} canExclude={canExclude} onNarrow={onNarrow} onClose={() => setMenu(undefined)} />
          )}
        </Suspense>
      </Suspense>
    </>
  );
}

/** Where a row stands; undefined where it is not in the list. Those in the page are looked at first. */
function findPlace(rows: readonly Row[] | undefined, { start, end }: Range, id: string | undefined) {
  if (!rows || id === undefined) return undefined;
  const near = rows.slice(start, end).findIndex((row) => row.id === id);
  const place = near >= 0 ? start + near : rows.findIndex((row) => row.id === id);
  return place < 0 ? undefined : place;
}

/** Stands for rows that are far from the screen, of a list that is very long. */
function Space({ rows, rowHeight }: { rows: number; rowHeight: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
    <tr aria-hidden="true" className="space">
      <td style={{ height: rows * rowHeight }} />
    </tr>
  );
}

/** As a variable, so that the style sheet has the last word in narrow tables. */
function toWidth({ width }: ColumnHead): CSSProperties {
  return { "--width": `${width}px` } as CSSProperties;
}
