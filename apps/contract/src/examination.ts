import type { Exchange } from "./exchange.ts";
import { operationOf } from "./match.ts";
import { jsonSchemas } from "./oracle/json-schemas.ts";
import type { Judgement } from "./oracle/judgement.ts";
import { judgeByPrism } from "./oracle/prism-oracle.ts";
import { validatorOf } from "./oracle/schema-validator.ts";
import { createCoverage } from "./points/coverage.ts";
import { declareSpec } from "./points/declare.ts";
import { type Looked, noteExchange } from "./points/note-exchange.ts";
import { reasons } from "./points/reasons.ts";
import type { Axis, Finding } from "./report/contract-report.ts";
import { createObserver } from "./schema/observe.ts";
import type { Session } from "./session.ts";
import type { Stage } from "./stage.ts";

/** Something that a test covered and no exchange shows by itself. */
export interface Covered {
  readonly axis: "request-keywords" | "response-keywords" | "error-kinds";
  readonly vendor: Session["spec"]["vendor"];
  readonly operation: string;
  readonly name: string;
  readonly exchange: Exchange | undefined;
}

/** What all exchanges of a run come to. */
export interface Examination {
  readonly axes: readonly Axis[];
  readonly findings: readonly Finding[];
  /** How many exchanges both oracles looked at. */
  readonly compared: number;
  /** Every exchange, probes too, by the name that the rest calls it. */
  readonly named: ReadonlyMap<Exchange, string>;
}

/** Lets both oracles judge every exchange of a run, compares them, and counts what was covered. */
export function examine(stage: Stage, covered: readonly Covered[]): Examination {
  const coverage = createCoverage();
  const named = nameExchanges(stage.sessions);
  const findings: Finding[] = [];
  let compared = 0;
  for (const { spec } of stage.sessions.filter(({ server }) => server === "mock")) {
    declareSpec(coverage, spec, jsonSchemas[spec.vendor]);
  }
  for (const session of stage.sessions) {
    const { spec, url } = session;
    const document = jsonSchemas[spec.vendor];
    const observe = createObserver(validatorOf(document), document);
    const oracle = stage.oracleOf(spec.vendor);
    for (const exchange of session.exchanges) {
      const id = named.get(exchange) ?? "";
      const judgement = oracle(exchange, url);
      compared++;
      for (const message of differencesOf(session, exchange, judgement))
        findings.push({ oracle: "schema", exchange: id, message });
      const path = new URL(exchange.url).pathname.slice(new URL(url).pathname.replace(/\/$/, "").length);
      const operation = operationOf(spec, { method: exchange.method, url: `http://root.example${path}` });
      if (!operation) continue;
      const looked: Looked = { id, exchange, operation, path, judgement, isAsserted: session.asserted.has(exchange) };
      noteExchange(coverage, looked, document, observe);
    }
  }
  for (const { axis, vendor, operation, name, exchange } of covered) {
    coverage.note(axis, { vendor, id: operation }, name, exchange ? (named.get(exchange) ?? "") : "nothing was sent");
  }
  return { axes: coverage.read(reasons), findings, compared, named };
}

/** Where the oracles differ. Of the emulator itself, its own refusal stands in for Prism's word on the request. */
function differencesOf({ server }: Session, exchange: Exchange, { request, response }: Judgement): string[] {
  const isRefused = exchange.status === 400 || exchange.status === 401;
  const prism = server === "emulator" ? undefined : judgeByPrism(exchange);
  const differences: string[] = [];
  if (prism) {
    if (prism.request.length > 0 !== request.length > 0) {
      differences.push(`request: Prism says ${JSON.stringify(prism.request)}, the schemas ${JSON.stringify(request)}`);
    }
    if (prism.response.length > 0) differences.push(`answer: Prism says ${JSON.stringify(prism.response)}`);
  } else if (request.length > 0 && !isRefused) {
    differences.push(`the emulator took a request that the schemas refuse: ${JSON.stringify(request)}`);
  }
  if (response.length > 0) differences.push(`answer: the schemas say ${JSON.stringify(response)}`);
  return differences;
}

function nameExchanges(sessions: readonly Session[]): Map<Exchange, string> {
  const entries = sessions.flatMap(({ spec, server, exchanges, probes }) => [
    ...exchanges.map((exchange, index) => [exchange, `${spec.vendor}-${server}-${index + 1}`] as const),
    ...probes.map((exchange, index) => [exchange, `${spec.vendor}-${server}-probe-${index + 1}`] as const),
  ]);
  return new Map(entries);
}
