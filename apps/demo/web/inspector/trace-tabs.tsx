import type { KeyboardEvent } from "react";
import { toNumber } from "../format/words.ts";
import { explainReceipt } from "./explain-receipt.ts";
import { type Trace, toTally } from "./trace.ts";

interface TraceTabsProps {
  readonly traces: readonly Trace[];
  readonly current: Trace | undefined;
  readonly panelId: string;
  onChoose(id: number): void;
}

/** The traces as tabs, each with what came of it. */
export function TraceTabs({ traces, current, panelId, onChoose }: TraceTabsProps) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = tabs[(at + step + tabs.length) % tabs.length];
    next?.focus();
    next?.click();
  };
  return (
    <div className="traces" role="tablist" aria-label="Walks" onKeyDown={move}>
      {traces.map((trace) => (
        <button
          key={trace.id}
          type="button"
          role="tab"
          className="trace-tab"
          aria-selected={trace.id === current?.id}
          aria-controls={panelId}
          tabIndex={trace.id === current?.id ? 0 : -1}
          onClick={() => onChoose(trace.id)}
        >
          <TabContent trace={trace} />
        </button>
      ))}
    </div>
  );
}

function TabContent({ trace }: { trace: Trace }) {
  const { requests, rows } = toTally(trace);
  const outcome = toOutcome(trace);
  return (
    <>
      <span className="trace-name">
        {trace.title}
        {outcome && (
          <span className="badge" data-tone={outcome.tone}>
            {outcome.label}
          </span>
        )}
      </span>
      <span className="trace-sum">
        {toNumber(requests)} {requests === 1 ? "request" : "requests"}, {toNumber(rows)} rows
      </span>
    </>
  );
}

/** What a trace came to, in a word: what it missed where that is known, else what it says itself. */
function toOutcome({ verdict, receipt, state }: Trace) {
  if (state === "failed") return { label: "Failed", tone: "bad" };
  if (verdict && verdict.missed + verdict.repeated > 0) {
    const { missed, repeated } = verdict;
    return { label: missed > 0 ? `${toNumber(missed)} missed` : `${toNumber(repeated)} twice`, tone: "bad" };
  }
  if (verdict && !receipt) return { label: "0 missed", tone: "neutral" };
  return receipt && explainReceipt(receipt);
}
