import { type RequestCase, requestCasesOf } from "../requests/request-case.ts";
import { toWireLine } from "../requests/wire-line.ts";
import { token } from "../session.ts";
import { toAnswer } from "../set-answers.ts";
import { type Example, examplesOf, type Spec, type SpecOperation } from "../specs.ts";
import type { Stage } from "../stage.ts";
import type { SetAnswer } from "../upstream.ts";
import { jsonSchemas } from "./json-schemas.ts";
import { judgeByPrism } from "./prism-oracle.ts";
import type { Oracle, RawRequest, SeededFault } from "./seeded-fault.ts";

/**
 * Puts a fault into an exchange that has none, through Prism before a vendor that gives what it is told to. Returns the
 * oracles that see anything.
 */
export async function tryFault(stage: Stage, specs: readonly Spec[], seeded: SeededFault): Promise<Oracle[]> {
  const operation = specs.flatMap((spec) => spec.operations).find(({ id }) => id === seeded.operation);
  if (!operation) throw new Error(`No spec has ${seeded.operation}`);
  const session = stage.sessionOf(operation.vendor, "proxy");
  const answer = (seeded.answer ?? same)(goodAnswer(operation));
  const raw = (seeded.request ?? same)(goodRequest(operation));
  stage.upstream.answerNext(answer);
  const { method, headers, target, body } = raw;
  await session.probe(new Request(session.url + target, { method, headers, body: body ?? null }));
  // A request that Prism refuses does not fetch its answer.
  stage.upstream.forgetAnswers();
  await session.takeComplaints();
  const [exchange] = session.probes.slice(-1);
  if (!exchange) throw new Error("Nothing was sent");
  const prism = judgeByPrism(exchange);
  const given = { ...exchange, status: answer.status, answerHeaders: new Headers(answer.headers), answer: answer.body };
  const schema = stage.oracleOf(operation.vendor)(given, session.url);
  const seen = (judgement: typeof prism) => judgement.request.length + judgement.response.length > 0;
  return [...(seen(prism) ? (["prism"] as const) : []), ...(seen(schema) ? (["schema"] as const) : [])];
}

const same = <Value>(value: Value): Value => value;

function goodRequest(operation: SpecOperation): RawRequest {
  const [base] = requestCasesOf(operation, jsonSchemas[operation.vendor]) as [RequestCase];
  const [method = "", target = ""] = toWireLine(operation, base).split(" ");
  const authorization = `Bearer ${token}`;
  if (base.body === undefined) return { method, target, headers: { authorization }, body: undefined };
  const headers = { authorization, "content-type": "application/json" };
  return { method, target, headers, body: JSON.stringify(base.body) };
}

function goodAnswer(operation: SpecOperation): SetAnswer {
  const answer = operation.answers.find(({ status }) => status === 200);
  const [example] = examplesOf(operation, 200) as [Example];
  if (!answer) throw new Error(`${operation.id} has no 200`);
  return toAnswer(answer, JSON.stringify(example.value));
}
