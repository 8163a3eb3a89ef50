import { type Exchange, type Violation, violationsOf } from "../exchange.ts";
import { isNode } from "../pointer.ts";
import type { Fault, Judgement } from "./judgement.ts";

/** Where the types of Prism's problems begin. */
const errors = "https://stoplight.io/prism/errors#";
/** The type of a problem with an upstream's answer that is no JSON. */
const unreadable = "FetchError";

/** What Prism says of an exchange: in a header of the answer, or in an answer that it gives instead of another. */
export function judgeByPrism(exchange: Exchange): Judgement {
  const problem = problemOf(exchange);
  const told = [...violationsOf(exchange), ...(Array.isArray(problem?.validation) ? problem.validation : [])];
  const faults = told.map((violation) => ({ side: sideOf(violation), fault: toFault(violation) }));
  if (faults.length === 0 && problem) {
    faults.push({ side: problem.type === unreadable ? "response" : "request", fault: toFault(problem) });
  }
  const of = (side: string) => unique(faults.filter((fault) => fault.side === side).map(({ fault }) => fault));
  return { request: of("request"), response: of("response") };
}

/** Whether Prism made the answer up, to say that something is wrong. */
export function isOfPrism(exchange: Exchange): boolean {
  return problemOf(exchange) !== undefined;
}

/** The problem (RFC 9457) that an answer holds, where it is one of Prism's. */
function problemOf({ answerHeaders, answer = "" }: Exchange) {
  if (!answerHeaders.get("content-type")?.startsWith("application/problem+json")) return undefined;
  const problem: unknown = JSON.parse(answer);
  const isPrisms = isNode(problem) && (problem.type === unreadable || String(problem.type).startsWith(errors));
  return isPrisms ? problem : undefined;
}

/** A refused request is told of without the word in front that says so. */
function sideOf({ location }: Violation): string {
  return location?.[0] === "response" ? "response" : "request";
}

function toFault(told: { location?: unknown; code?: unknown; message?: unknown; title?: unknown }): Fault {
  const location = Array.isArray(told.location) ? told.location.map(String) : [];
  const [place = "", ...path] = location.filter((part) => part !== "request" && part !== "response");
  const at = place === "body" ? `body ${path.map((part) => `/${part}`).join("")}` : [place, ...path].join(" ");
  return { at: at.trim(), rule: String(told.code ?? "unnamed"), message: String(told.message ?? told.title) };
}

function unique(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
