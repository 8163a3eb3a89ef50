import type { Examination } from "../examination.ts";
import type { Exchange } from "../exchange.ts";
import { answerFaults } from "../oracle/answer-faults.ts";
import { requestFaults } from "../oracle/request-faults.ts";
import type { Oracle } from "../oracle/seeded-fault.ts";
import type { Session } from "../session.ts";
import type { BlindSpot, ContractReport, ReportedExchange } from "./contract-report.ts";
import { readLeniencies } from "./leniencies.ts";
import { type ShownExchange, withoutSecrets } from "./without-secrets.ts";

/** Letters of a body that a report keeps. */
const mostKept = 4_000;

/** What a report is made from, beside the examination of all exchanges. */
export interface ReportFacts {
  readonly sessions: readonly Session[];
  readonly startedAtMs: number;
  readonly failedTests: readonly string[];
}

/** The report of a run. It keeps the exchanges that something in it refers to, without their secrets. */
export function makeReport({ axes, findings, named }: Examination, facts: ReportFacts): ContractReport {
  const wanted = new Set([
    ...axes.flatMap(({ points }) => points.flatMap(({ exchanges }) => exchanges)),
    ...findings.map(({ exchange }) => exchange),
  ]);
  const { failedTests, startedAtMs, sessions } = facts;
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    durationMs: Date.now() - startedAtMs,
    axes,
    findings,
    blindSpots: blindSpots(),
    leniencies: readLeniencies(),
    mutants: [],
    ...(failedTests.length > 0 && { failedTests }),
    exchanges: sessions.flatMap((session) =>
      [...session.exchanges, ...session.probes]
        .map((exchange: Exchange) => ({ id: named.get(exchange) ?? "", exchange }))
        .filter(({ id }) => wanted.has(id))
        .map(({ id, exchange }) => toReported(id, session, withoutSecrets(session, exchange))),
    ),
  };
}

/** The faults that an oracle does not see. */
function blindSpots(): BlindSpot[] {
  const oracles: readonly Oracle[] = ["prism", "schema"];
  const sides = [
    ["request", requestFaults],
    ["answer", answerFaults],
  ] as const;
  return sides.flatMap(([side, faults]) =>
    faults
      .filter(({ seenBy }) => seenBy.length < oracles.length)
      .map(({ fault, seenBy, reason }) => ({
        fault: `${fault}, in a${side === "answer" ? "n" : ""} ${side}`,
        seenBy,
        missedBy: oracles.filter((oracle) => !seenBy.includes(oracle)),
        reason,
      })),
  );
}

function toReported(id: string, { server, spec }: Session, shown: ShownExchange): ReportedExchange {
  const { method, target, operation, status, requestHeaders, responseHeaders } = shown;
  return {
    id,
    server,
    vendor: spec.vendor,
    operation,
    request: { method, target, headers: requestHeaders, body: cut(shown.requestBody) },
    response: { status, headers: responseHeaders, body: cut(shown.responseBody) },
  };
}

function cut(text: string): string {
  return text.length > mostKept ? `${text.slice(0, mostKept)}…` : text;
}
