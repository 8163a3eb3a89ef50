import type { Operation, Vendor } from "@agent-chats/schema";
import createFetchClient from "openapi-fetch";
import { decodeAnswer, toHttpError } from "./answer.ts";
import type { AnswerOf, CallOptions, InitArguments, OperationOf, PathsWith } from "./api-types.ts";
import { type CallTarget, ConnectionError, InvalidRequestError, isAgentChatsError, toContext } from "./errors.ts";
import { type ArrayFormat, requireParameters, serializePath, serializeQuery } from "./serialize.ts";
import { type ClientOptions, createTransport, toBaseUrl } from "./transport.ts";

/** What an `Api` is made from. */
export interface ApiOptions extends ClientOptions {
  /** How arrays go into a query. Default: `vendor`, as the vendor's own client sends them. */
  arrayFormat?: ArrayFormat | undefined;
}

/** A successful call. There is no `error` to look at: a call that fails throws. */
export interface Success<Answer> {
  data: Answer;
  error?: never;
  /** The response, its body read. */
  response: Response;
}

/** An untyped call of any operation of a vendor; what the typed methods and the walk are made of. */
export type Call = (
  method: string,
  path: string,
  init?: { params?: RequestParameters; body?: unknown } & CallOptions,
) => Promise<Success<unknown>>;

/** Parameters of a call by location. */
export interface RequestParameters {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
}

/**
 * A vendor's API by path: `api.GET("/ai/chats/list", { params: { query } })`.
 * Paths, parameters, bodies and answers are typed by the spec. Every failure throws an `AgentChatsError`.
 */
export interface Api<Paths, V extends Vendor = Vendor> {
  GET<Path extends PathsWith<Paths, "get">>(
    path: Path,
    ...init: InitArguments<OperationOf<Paths, Path, "get">>
  ): Promise<Success<AnswerOf<OperationOf<Paths, Path, "get">>>>;
  POST<Path extends PathsWith<Paths, "post">>(
    path: Path,
    ...init: InitArguments<OperationOf<Paths, Path, "post">>
  ): Promise<Success<AnswerOf<OperationOf<Paths, Path, "post">>>>;
  /** The vendor and its operation table, as generated from the spec. */
  readonly vendor: V;
  /** The same calls without types, for code that is generic over operations. */
  readonly call: Call;
}

/** Makes the API of a vendor. `Paths` is the generated type of the same spec as the table. */
export function createApi<Paths, V extends Vendor>(vendor: V, options: ApiOptions): Api<Paths, V> {
  const call = createCall(vendor, options);
  const api = {
    GET: (path: string, init?: object) => call("GET", path, init),
    POST: (path: string, init?: object) => call("POST", path, init),
    vendor,
    call,
  };
  // The one place where the table, known at run time, meets the types, known at compile time.
  return api as unknown as Api<Paths, V>;
}

function createCall(vendor: Vendor, options: ApiOptions): Call {
  const transport = createTransport(vendor, options);
  // biome-ignore lint/suspicious/noExplicitAny: typed at the door, by Api
  const client = createFetchClient<any>({ baseUrl: toBaseUrl(vendor, options.baseUrl), fetch: transport });
  const arrayFormat = options.arrayFormat ?? "vendor";

  return async (method, path, { params = {}, body, signal } = {}) => {
    const target: CallTarget = { vendor, operation: findOperation(vendor, method, path) };
    requireParameters(target, { ...params.query, ...params.path });
    signal?.throwIfAborted();
    try {
      const { data, error, response } = await client.request(method.toLowerCase() as "get", path, {
        params,
        body,
        signal: signal ?? null,
        // Errors are read by openapi-fetch, answers by us: it lets a SyntaxError through, and never looks at the type.
        parseAs: "text",
        querySerializer: (query) => serializeQuery(target, query, arrayFormat),
        pathSerializer: (template, values) => serializePath(target, template, values),
      });
      if (!response.ok) throw toHttpError(target, response, error);
      return { data: decodeAnswer(target, response, data), response };
    } catch (cause) {
      // The caller gets the signal's own reason, whatever the platform made of it.
      signal?.throwIfAborted();
      throw isAgentChatsError(cause) ? cause : toConnectionError(target, cause);
    }
  };
}

/** The operation of a method and a path. Throws an `InvalidRequestError` that names those there are. */
export function findOperation(vendor: Vendor, method: string, path: string): Operation {
  const operation = Object.values(vendor.operations).find(
    (candidate) => candidate.method === method && candidate.path === path,
  );
  if (operation) return operation;
  const known = Object.values(vendor.operations).map((candidate) => `${candidate.method} ${candidate.path}`);
  throw new InvalidRequestError(
    `${vendor.title} has no ${method} ${path}; its spec has ${known.join(", ")}. Nothing was sent.`,
    { vendor: vendor.id },
    "path",
  );
}

function toConnectionError(target: CallTarget, cause: unknown): ConnectionError {
  const code = errorCode(cause);
  return new ConnectionError(
    `${target.vendor.title} could not be reached for ${target.operation.id}${code ? ` (${code})` : ""}.`,
    toContext(target, cause),
  );
}

/** The platform's code of a failed fetch, such as ECONNREFUSED: Node puts it on the cause. */
function errorCode(error: unknown): string | undefined {
  for (let at = error as { code?: unknown; cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    if (typeof at.code === "string") return at.code;
  }
  return undefined;
}
