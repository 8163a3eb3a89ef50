import { toBytes } from "../export/bytes.ts";
import { toNumber } from "../format/words.ts";
import { Completeness } from "./completeness.tsx";
import { describeOrder, explainReceipt } from "./explain-receipt.ts";
import { type Trace, toTally, toWaitedMs, type Verdict } from "./trace.ts";

/** What a walk did, in its own words and by the emulator's truth. */
export function ReceiptCard({ trace }: { trace: Trace | undefined }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="receipt" aria-label="Receipt" tabIndex={0}>
      <h3>Receipt</h3>
      {trace?.problem && <p className="receipt-problem">{trace.problem}</p>}
      {trace?.receipt && <Completeness {...explainReceipt(trace.receipt)} />}
      {trace && !trace.receipt && <p className="receipt-why">{whyNone(trace)}</p>}
      {trace?.verdict && <ShownVerdict verdict={trace.verdict} />}
      {trace && (
        <dl>
          {toLines(trace).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function whyNone({ kind }: Trace): string {
  if (kind === "naive") return "A loop has no receipt. It cannot say whether anything is missing.";
  return "Read a page at a time. Each page overlaps with the one before; only a whole walk can say that nothing is missing.";
}

function ShownVerdict({ verdict: { existed, missed, repeated } }: { verdict: Verdict }) {
  const isGood = missed + repeated === 0;
  return (
    <div className="verdict" data-tone={isGood ? "good" : "bad"}>
      <strong>
        {toNumber(missed)} missed, {toNumber(repeated)} repeated
      </strong>
      <span>of {toNumber(existed)} chats that existed all the time</span>
    </div>
  );
}

function toLines(trace: Trace): readonly (readonly [string, string])[] {
  const { requests, rows, repeats, repairs, retries, failures, bytes } = toTally(trace);
  const { receipt } = trace;
  if (!receipt) {
    return [
      ["Requests", toNumber(requests)],
      ["Rows", toNumber(rows)],
      ["Repeats dropped", toNumber(repeats)],
      ["Gaps repaired", toNumber(repairs)],
      ["Retries", toNumber(retries)],
      ["Failures", toNumber(failures)],
      ["Bytes", toBytes(bytes)],
      ["Time waited", `${toNumber(toWaitedMs(trace) / 1000, 1)} s`],
    ];
  }
  return [
    ["Walk", receipt.walk],
    ["Order", describeOrder(receipt)],
    ["Requests", toNumber(receipt.requests)],
    ["Items", toNumber(receipt.items)],
    ["Repeats dropped", toNumber(receipt.duplicates)],
    ["Gaps repaired", toNumber(receipt.gapsRepaired)],
    ["Head walked again", toNumber(receipt.headWalks)],
    ["Retries", toNumber(receipt.retries)],
    ["Failures", toNumber(receipt.failures)],
    ["Bytes", toBytes(receipt.bytes)],
    ["Time", `${toNumber(receipt.elapsedMs / 1000, 1)} s`],
    ["Stopped", receipt.stopReason ?? "not yet"],
  ];
}
