import { toNumber } from "../format/words.ts";
import { toBytes } from "./bytes.ts";
import type { Progress } from "./run-export.ts";

/** How far an export is: a share where the number of all rows is known, else that it goes on. */
export function ProgressLine({ progress: { rows, bytes, total } }: { progress: Progress }) {
  return (
    <div className="export-progress">
      <progress aria-label="Exporting" {...(total ? { value: Math.min(rows, total), max: total } : {})} />
      <p role="status">
        {toNumber(rows)}
        {total ? ` of ${toNumber(total)}` : ""} rows, {toBytes(bytes)}
      </p>
    </div>
  );
}
