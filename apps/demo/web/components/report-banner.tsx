import type { Report } from "../model/report.ts";
import { labelOfValue } from "../query/facets.ts";
import { WarningIcon } from "./icons.tsx";
import { messageOf } from "./notice.tsx";
import { PlainText } from "./plain-text.tsx";

/** What a list of several vendors does not have, and why. Nothing where it has all. */
export function ReportBanner({ report, onRetry }: { report: Report | undefined; onRetry: () => void }) {
  if (!report) return null;
  const { failures, leftOut, unordered } = report;
  return (
    <>
      {failures.length > 0 && (
        <div className="banner" data-tone="bad" role="alert">
          <WarningIcon />
          <ul>
            {failures.map(({ vendor, error, failedLists, lists }) => (
              <li key={vendor}>
                <strong>{titleOf(vendor)} is missing from here</strong>
                {lists > 1 && ` (${failedLists} of its ${lists} lists)`}: <PlainText text={messageOf(error)} />
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={onRetry}>
            Retry
          </button>
        </div>
      )}
      {leftOut.length > 0 && (
        <p className="banner" data-tone="neutral" role="status">
          {leftOut.map(({ vendor, filters }) => `${titleOf(vendor)} does not tell ${filters.join(" and ")}`).join("; ")}
          {", and was not asked."}
        </p>
      )}
      {unordered.length > 0 && (
        <p className="banner" data-tone="warning" role="status">
          {unordered.map(titleOf).join(" and ")} did not answer in the order of time: all of it was read first.
        </p>
      )}
    </>
  );
}

function titleOf(vendor: string): string {
  return labelOfValue("vendor", vendor);
}
