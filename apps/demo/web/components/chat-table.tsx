import { type CSSProperties, type KeyboardEvent, memo } from "react";
import { toLine } from "../format/words.ts";
import type { ColumnHead, Row } from "../model/row.ts";
import type { VendorView } from "../model/view.ts";
import { ShownValue } from "./shown-value.tsx";

interface ChatTableProps {
  readonly view: VendorView;
  /** Undefined while the first page is on its way. */
  readonly rows: readonly Row[] | undefined;
  readonly openedId: string | undefined;
  onOpen(row: Row): void;
}

/** A real table: found by find-in-page, read by screen readers. */
export function ChatTable({ view, rows, openedId, onOpen }: ChatTableProps) {
  const { columns } = view;
  return (
    <table className="table" onKeyDown={moveFocus}>
      <caption className="visually-hidden">Chats of {view.title}</caption>
      <colgroup>
        <col />
        {columns.map((column) => (
          <col key={column.label} style={toWidth(column)} data-from={column.from} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Chat</th>
          {columns.map((column) => (
            <th key={column.label} scope="col" data-from={column.from} data-align={column.align}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody aria-hidden={rows === undefined}>
        {rows
          ? rows.map((row) => (
              <ChatRow key={row.id} row={row} columns={columns} isOpened={row.id === openedId} onOpen={onOpen} />
            ))
          : Array.from({ length: 12 }, (_, index) => <BlankRow key={index} columns={columns} />)}
      </tbody>
    </table>
  );
}

interface ChatRowProps {
  readonly row: Row;
  readonly columns: readonly ColumnHead[];
  readonly isOpened: boolean;
  onOpen(row: Row): void;
}

/** The whole row can be clicked; the keyboard and screen readers find a button in it. */
const ChatRow = memo(
  function ChatRow({ row, columns, isOpened, onOpen }: ChatRowProps) {
    return (
      <tr className="row" data-id={row.id} data-opened={isOpened || undefined} onClick={() => onOpen(row)}>
        <th scope="row" className="title-cell">
          <button
            type="button"
            className="title"
            dir="auto"
            aria-expanded={isOpened}
            data-untitled={!row.title || undefined}
          >
            {toLine(row.title) || "Untitled chat"}
          </button>
          {row.hint && <bdi className="hint">{toLine(row.hint)}</bdi>}
        </th>
        {row.cells.map((value, index) => {
          const column = columns[index] as ColumnHead;
          return (
            <td key={column.label} data-from={column.from} data-align={column.align} data-label={column.label}>
              <ShownValue value={value} />
            </td>
          );
        })}
      </tr>
    );
  },
  (before, after) => before.row === after.row && before.isOpened === after.isOpened && before.columns === after.columns,
);

function BlankRow({ columns }: { columns: readonly ColumnHead[] }) {
  return (
    <tr className="row blank">
      <th className="title-cell">
        <span className="bone" />
      </th>
      {columns.map((column) => (
        <td key={column.label} data-from={column.from} data-align={column.align}>
          <span className="bone" />
        </td>
      ))}
    </tr>
  );
}

/** As a variable, so that the style sheet has the last word in narrow tables. */
function toWidth({ width }: ColumnHead): CSSProperties {
  return { "--width": `${width}px` } as CSSProperties;
}

/** The arrows move from row to row. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches(".title")) return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>(".title")];
  event.preventDefault();
  titles[titles.indexOf(event.target) + step]?.focus();
}
