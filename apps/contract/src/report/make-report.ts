import type { Examination } from "../examination.ts";
import type { Exchange } from "../exchange.ts";
import { mutantsIn, readResults } from "../mutants/results.ts";
import { answerFaults } from "../oracle/answer-faults.ts";
import { requestFaults } from "../oracle/request-faults.ts";
import type { Oracle } from "../oracle/seeded-fault.ts";
import type { Session } from "../session.ts";
import type { BlindSpot, ContractReport, Mutant, ReportedExchange } from "./contract-report.ts";
import { readLeniencies } from "./leniencies.ts";
import { type ShownExchange, withoutSecrets } from "./without-secrets.ts";

/** Letters of a body that a report keeps. */
const mostKept = 4_000;

/** What a report is made from, beside the examination of all exchanges. */
export interface ReportFacts {
  readonly sessions: readonly Session[];
  readonly startedAtMs: number;
}

/**
 * The report of a run, but for the tests that failed, which are known at its end. It keeps the exchanges that something in
 * it refers to, without their secrets.
 */
export function makeReport({ axes, findings, named }: Examination, facts: ReportFacts): ContractReport {
  const wanted = new Set([
    ...axes.flatMap(({ points }) => points.flatMap(({ exchanges }) => exchanges)),
    ...findings.map(({ exchange }) => exchange),
  ]);
  const { startedAtMs, sessions } = facts;
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    durationMs: Date.now() - startedAtMs,
    axes,
    findings,
    blindSpots: blindSpots(),
    leniencies: readLeniencies(),
    ...readMutants(),
    exchanges: sessions.flatMap((session) =>
      [...session.exchanges, ...session.probes]
        .map((exchange: Exchange) => ({ id: named.get(exchange) ?? "", exchange }))
        .filter(({ id }) => wanted.has(id))
        .map(({ id, exchange }) => toReported(id, session, withoutSecrets(session, exchange))),
    ),
  };
}

/** What became of the mutants when all of them were tried: that takes minutes, and is done by `--mutants`. */
function readMutants(): Pick<ContractReport, "mutants" | "mutantRuns"> {
  const results = readResults();
  const runs = Object.entries(results).map(([of, { madeAt, commit }]) => ({ of: of as Mutant["of"], madeAt, commit }));
  return { mutants: mutantsIn(results), mutantRuns: runs };
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
