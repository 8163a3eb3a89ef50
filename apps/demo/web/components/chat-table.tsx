import { type CSSProperties, type KeyboardEvent, type MouseEvent, type RefObject, useState } from "react";
import { useWindow } from "../hooks/use-window.ts";
import type { ColumnHead, Row } from "../model/row.ts";
import type { ChatView } from "../model/view.ts";
import { moveInTable } from "./table/move.ts";
import { BlankRow, ChatRow } from "./table/rows.tsx";
import { type ShownMenu, ValueMenu } from "./table/value-menu.tsx";

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
  const { start, end, rowHeight } = useWindow(scroller, rows?.length ?? 0);
  const currentId = rows?.some(({ id }) => id === openedId) ? openedId : rows?.[start]?.id;

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
          <Space rows={start} rowHeight={rowHeight} />
          {rows?.slice(start, end).map((row, index) => (
            <ChatRow
              key={row.id}
              row={row}
              index={start + index}
              columns={columns}
              isOpened={row.id === openedId}
              isCurrent={row.id === currentId}
            />
          ))}
          <Space rows={(rows?.length ?? 0) - end} rowHeight={rowHeight} />
        </tbody>
      </table>
      {menu && <ValueMenu {...menu} canExclude={canExclude} onNarrow={onNarrow} onClose={() => setMenu(undefined)} />}
    </>
  );
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
