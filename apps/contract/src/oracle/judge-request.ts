import type { Exchange } from "../exchange.ts";
import { pathValues } from "../match.ts";
import type { SpecOperation } from "../specs.ts";
import type { Fault } from "./judgement.ts";
import { readQuery } from "./read-query.ts";
import type { SchemaValidator } from "./schema-validator.ts";

type Request = Pick<Exchange, "method" | "url" | "headers" | "body">;

/** Headers that any request may carry, whatever the spec says; `prefer` is for Prism's mock. */
const commonHeaders = ["accept", "authorization", "content-type", "prefer"];

/** What is wrong with a request of an operation. `path` is its path below the root of the API. */
export function judgeRequest(operation: SpecOperation, request: Request, path: string, by: SchemaValidator): Fault[] {
  const { search } = new URL(request.url);
  const query = readQuery(operation, search.slice(1));
  return [
    ...judgePath(operation, path, by),
    ...query.faults,
    ...by.judge(`${operation.id}.query`, query.values, "query"),
    ...judgeHeaders(operation, request.headers),
    ...judgeBody(operation, request, by),
  ];
}

function judgePath(operation: SpecOperation, path: string, by: SchemaValidator): Fault[] {
  const raw = Object.entries(pathValues(operation, path));
  try {
    const values = Object.fromEntries(raw.map(([name, text]) => [name, decodeURIComponent(text)]));
    return by.judge(`${operation.id}.path`, values, "path");
  } catch {
    return [{ at: "path", rule: "encoding", message: "is not well encoded" }];
  }
}

function judgeHeaders({ parameters }: SpecOperation, headers: Request["headers"]): Fault[] {
  const declared = parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name.toLowerCase());
  const unknown = Object.keys(headers).filter((name) => ![...commonHeaders, ...declared].includes(name));
  const isAuthorized = /^Bearer [\w.~+/-]+=*$/.test(headers.authorization ?? "");
  return [
    ...unknown.map((name) => ({ at: `header ${name}`, rule: "unknown", message: "is no header of the operation" })),
    ...(isAuthorized ? [] : [{ at: "header authorization", rule: "security", message: "is no bearer token" }]),
  ];
}

function judgeBody({ id }: SpecOperation, { headers, body }: Request, by: SchemaValidator): Fault[] {
  const isTaken = by.has(`${id}.request`);
  if (!isTaken) return body ? [{ at: "body", rule: "unknown", message: "is not taken by the operation" }] : [];
  if (!body) return [{ at: "body", rule: "required", message: "is missing" }];
  const mediaType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") return [{ at: "body", rule: "media-type", message: `is ${mediaType}` }];
  try {
    return by.judge(`${id}.request`, JSON.parse(body), "body");
  } catch {
    return [{ at: "body", rule: "json", message: "is no JSON" }];
  }
}
