import { memo } from "react";
import { toLine } from "../../format/words.ts";
import type { ColumnHead, Row, Value } from "../../model/row.ts";
import { PlainText } from "../plain-text.tsx";
import { ShownValue } from "../shown-value.tsx";

/** Characters of a title that can be seen at all. */
const mostCharacters = 300;

interface ChatRowProps {
  readonly row: Row;
  /** Its place among the rows, from 0. */
  readonly index: number;
  readonly columns: readonly ColumnHead[];
  readonly isOpened: boolean;
  /** Whether Tab leads to it: one row of the table has the place, and the arrows move it. */
  readonly isCurrent: boolean;
}

/** The whole row can be clicked; the keyboard and screen readers find a button in it. */
export const ChatRow = memo(function ChatRow({ row, index, columns, isOpened, isCurrent }: ChatRowProps) {
  return (
    <tr className="row" data-id={row.id} aria-rowindex={index + 2} data-opened={isOpened || undefined}>
      <th scope="row" className="title-cell">
        <button
          type="button"
          className="title"
          dir="auto"
          tabIndex={isCurrent ? 0 : -1}
          aria-expanded={isOpened}
          data-untitled={!row.title || undefined}
        >
          <PlainText text={toLine(row.title).slice(0, mostCharacters) || "Untitled chat"} />
        </button>
        {row.origin && <span className="origin">{row.origin}</span>}
        {row.hint && (
          <span className="hint">
            <PlainText text={toLine(row.hint).slice(0, mostCharacters)} />
          </span>
        )}
      </th>
      {row.cells.map((value, place) => {
        const column = columns[place] as ColumnHead;
        return (
          <td key={column.label} data-from={column.from} data-align={column.align} data-label={column.label}>
            <Cell value={value} place={place} />
          </td>
        );
      })}
    </tr>
  );
});

/** A value that lists can be filtered by is a button. */
function Cell({ value, place }: { value: Value; place: number }) {
  if (!value.term) return <ShownValue value={value} />;
  return (
    <button type="button" className="cell-value" data-cell={place} tabIndex={-1} aria-haspopup="menu">
      <ShownValue value={value} />
    </button>
  );
}

/** A row that is still to come. */
export function BlankRow({ columns }: { columns: readonly ColumnHead[] }) {
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
