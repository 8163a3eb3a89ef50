import { memo, useState } from "react";
import { toNumber } from "../format/words.ts";
import { noteOf, placeOf, statusOf, toneOf } from "./request-words.ts";
import type { TracedRequest } from "./trace.ts";

/** Rows that are shown until all are asked for. */
const fewRows = 100;

interface RequestTableProps {
  readonly requests: readonly TracedRequest[];
  readonly active: number | undefined;
  onActive(number: number | undefined): void;
}

/** Every request, the newest first: what it asked for, what came, what the walk made of it. */
export function RequestTable({ requests, active, onActive }: RequestTableProps) {
  const [isAll, setAll] = useState(false);
  const newest = requests.toReversed();
  const rows = isAll ? newest : newest.slice(0, fewRows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="requests" aria-label="Requests" tabIndex={0} onPointerLeave={() => onActive(undefined)}>
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">Asked for</th>
            <th scope="col">Status</th>
            <th scope="col" className="end">
              Rows
            </th>
            <th scope="col" className="end">
              Given
            </th>
            <th scope="col" className="end">
              Dropped
            </th>
            <th scope="col" className="end">
              Time
            </th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((request) => (
            <ShownRequest
              key={request.number}
              request={request}
              isActive={request.number === active}
              onActive={onActive}
            />
          ))}
        </tbody>
      </table>
      {rows.length < requests.length && (
        <button type="button" className="button quiet requests-more" onClick={() => setAll(true)}>
          Show all {toNumber(requests.length)}
        </button>
      )}
    </section>
  );
}

interface ShownRequestProps {
  readonly request: TracedRequest;
  readonly isActive: boolean;
  onActive(number: number): void;
}

const ShownRequest = memo(function ShownRequest({ request, isActive, onActive }: ShownRequestProps) {
  const { number, rows, page, tries } = request;
  const durations = tries.flatMap(({ durationMs }) => (durationMs === undefined ? [] : [durationMs]));
  const time = durations.length > 0 ? `${Math.round(durations.reduce((sum, each) => sum + each))} ms` : "";
  return (
    <tr data-active={isActive || undefined} onPointerEnter={() => onActive(number)}>
      <td className="dim">{number}</td>
      <td>{placeOf(request)}</td>
      <td>
        <span className="status" data-tone={toneOf(request)}>
          {statusOf(request)}
        </span>
      </td>
      <td className="end">{rows ?? ""}</td>
      <td className="end">{page?.given ?? ""}</td>
      <td className="end dim">{page && rows !== undefined ? rows - page.given || "" : ""}</td>
      <td className="end dim">{time}</td>
      <td className="what">{noteOf(request)}</td>
    </tr>
  );
});
