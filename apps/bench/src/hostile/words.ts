import type { SeenRequest } from "../../../../packages/client/test/hostile/behaviour.ts";
import type { Row } from "../../../../packages/client/test/hostile/row.ts";
import { findElsewhere, type Method, type Trial } from "./trial.ts";

/** What came out of a trial. */
export interface Finding {
  /** What the caller got, in few words. */
  readonly outcome: string;
  readonly requests: number;
  /** Whether the caller takes a failure for an answer, or an answer for another one. */
  readonly isSilent: boolean;
  readonly isHang: boolean;
  /** Whether the error is of no class by which it could be told. */
  readonly isUntyped: boolean;
  /** What left its place: `token elsewhere`, `prints token`. */
  readonly leaks: readonly string[];
}

/** Secrets by what they belong to. */
const belongings: Readonly<Record<string, string>> = {
  token: "token",
  renewedToken: "token",
  headerValue: "header",
  queryValue: "query",
};

/** Puts a trial into words. */
export function toFinding(row: Row, method: Method, trial: Trial, seen: readonly SeenRequest[]): Finding {
  const { result, printed } = trial;
  const outcome = toOutcome(method, result);
  const isWanted = row.get.outcome === "items" && !(method === "create" && row.post && row.post.outcome !== "items");
  return {
    outcome,
    requests: seen.length,
    isSilent: result.kind === "value" && (outcome !== "items" || !(isWanted || couldBeItems(row))),
    isHang: result.kind === "hang",
    isUntyped: result.kind === "error" && !result.isOwn && row.abortAfterMs === undefined,
    leaks: [...toLeaks("prints", printed), ...toLeaks("elsewhere:", findElsewhere(seen))],
  };
}

/** The words of a cell. */
export function toCell({ outcome, requests, leaks }: Finding): string {
  return [outcome, ...(requests > 1 ? [`${requests} requests`] : []), ...leaks].join(", ");
}

/** Whether items are a fair outcome where ours stops: the server does answer, if one waits, asks again or looks elsewhere. */
function couldBeItems({ answers, options, name }: Row): boolean {
  return options?.maxBodyBytes !== undefined || answers.length > 1 || /65-mib|bomb|elsewhere|chain|flood/.test(name);
}

function toOutcome(method: Method, result: Trial["result"]): string {
  if (result.kind === "hang") return "hangs";
  if (result.kind === "value") return toValue(method, result.value);
  if (result.isReason) return "the caller's reason";
  const { error } = result;
  const name = error instanceof Error ? error.name : `a thrown ${error === null ? "null" : typeof error}`;
  return result.isOwn ? `own ${toClass(error, name)}` : name;
}

/** Some keep the name `Error` and have a class. */
function toClass(error: unknown, name: string): string {
  const className = (error as object | undefined)?.constructor?.name;
  return name === "Error" && className ? className : name;
}

function toValue(method: Method, value: unknown): string {
  if (method === "list" && Array.isArray(value))
    return value.length === 2 ? "items" : `${value.length} items, silently`;
  if (value === undefined || value === null || value === "") return "nothing, silently";
  const isThing = typeof value === "object" && ("id" in value || "uuid" in value);
  return method === "create" && isThing ? "items" : "something else, silently";
}

function toLeaks(verb: string, names: readonly string[]): string[] {
  const owners = [...new Set(names.map((name) => belongings[name] ?? "body"))];
  return owners.length > 0 ? [`${verb} ${owners.join(" + ")}`] : [];
}
