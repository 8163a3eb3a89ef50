import type { Operation, Vendor } from "@agent-chats/schema";
import createFetchClient from "openapi-fetch";
import { decodeAnswer } from "./answer.ts";
import type { AnswerOf, CallOptions, InitArguments, OperationOf, PathsWith } from "./api-types.ts";
import type { Draft } from "./attempt.ts";
import { type ClientOptions, toBaseUrl } from "./client-options.ts";
import { checkSignal, InvalidRequestError, isAgentChatsError } from "./errors.ts";
import { createTell, type OperationAttributes, type Tell, toAttributes } from "./observe.ts";
import { redact } from "./redact.ts";
import { type ArrayFormat, requireParameters, serializeBody, serializePath, serializeQuery } from "./serialize.ts";
import { type CallRecord, createTransport } from "./transport.ts";

/** What an `Api` is made from. */
export interface ApiOptions extends ClientOptions {
  /** How arrays go into a query. Default: `vendor`, as the vendor's own client sends them. */
  arrayFormat?: ArrayFormat | undefined;
}

/** A successful call. There is no `error` to look at: a call that fails throws. */
export interface Success<Answer> {
  data: Answer;
  error?: never;
  /** The response, its body read; `text()` gives it again. */
  response: Response;
  /** Requests that were sent for the call: 1, unless it was retried. */
  attempts: number;
  /** Bytes of the body, decompressed. */
  bytes: number;
}

/** Arguments of an untyped call. */
export interface CallInit extends CallOptions {
  params?: RequestParameters;
  body?: unknown;
  /** Hears that the request is sent again, after this status where there was one. */
  onRetry?: CallRecord["onRetry"];
}

/** An untyped call of any operation of a vendor; what the typed methods and the walk are made of. */
export type Call = (method: string, path: string, init?: CallInit) => Promise<Success<unknown>>;

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
  /** Tells the observer; `undefined` where nobody listens. */
  readonly tell: Tell;
  /** What the events about an operation have in common. */
  attributesOf(operation: Operation): OperationAttributes;
}

/** Makes the API of a vendor. `Paths` is the generated type of the same spec as the table. */
export function createApi<Paths, V extends Vendor>(vendor: V, options: ApiOptions): Api<Paths, V> {
  const caller = createCaller(vendor, options);
  const { call } = caller;
  const api = {
    GET: (path: string, init?: object) => call("GET", path, init),
    POST: (path: string, init?: object) => call("POST", path, init),
    vendor,
    ...caller,
  };
  // The one place where the table, known at run time, meets the types, known at compile time.
  return api as unknown as Api<Paths, V>;
}

/** The calls of a vendor, and what tells its observer. */
function createCaller(vendor: Vendor, options: ApiOptions): Pick<Api<unknown>, "call" | "tell" | "attributesOf"> {
  const baseUrl = toBaseUrl(vendor, options?.baseUrl);
  const transport = createTransport(vendor, options);
  // biome-ignore lint/suspicious/noExplicitAny: typed at the door, by Api
  const client = createFetchClient<any>({ baseUrl, Request: CallDraft as unknown as typeof Request });
  const arrayFormat = options.arrayFormat ?? "vendor";
  const tell = createTell(options.observe);
  let calls = 0;
  const attributesOf = (operation: Operation) => toAttributes({ vendor, operation }, new URL(baseUrl));

  const call: Call = async (method, path, { params = {}, body, signal, onRetry } = {}) => {
    const target = { vendor, operation: findOperation(vendor, method, path) };
    calls++;
    const told = tell && { tell, attributes: { ...attributesOf(target.operation), "agent_chats.call": calls } };
    const record: CallRecord = { target, signal, onRetry, told, attempts: 0, bytes: 0 };
    try {
      checkSignal(target, signal);
      requireParameters(target, params);
      const { data: text, response } = await client.request(method.toLowerCase() as "get", path, {
        params,
        body,
        fetch: (draft) => transport(draft as unknown as Draft, record),
        // Answers are parsed by us: openapi-fetch lets a SyntaxError through, and never looks at the type.
        parseAs: "text",
        bodySerializer: (given) => serializeBody(target, given),
        querySerializer: (query) => serializeQuery(target, query, arrayFormat),
        pathSerializer: (template, values) => serializePath(target, template, values),
      });
      const data = decodeAnswer(target, response, text, record.attempts);
      noteAnswer(record, response.status, data);
      return { data, response, attempts: record.attempts, bytes: record.bytes };
    } catch (error) {
      noteError(record, error);
      // openapi-fetch throws on only what is truthy, and a signal may have any reason.
      throw signal?.aborted ? signal.reason : error;
    }
  };
  return { call, tell, attributesOf };
}

/** What openapi-fetch makes of a call in place of a `Request`: the transport sends it, more than once if it must. */
class CallDraft implements Draft {
  readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body?: string | undefined;

  constructor(url: string, init: Omit<Draft, "url">) {
    this.url = url;
    Object.assign(this, init);
  }
}

function noteAnswer({ told, target, attempts }: CallRecord, status: number, data: unknown): void {
  if (!told) return;
  const attributes = { ...told.attributes, "agent_chats.attempts": attempts, "http.response.status_code": status };
  told.tell({ type: "answer", attributes, read: () => redact(data, target.operation) });
}

function noteError({ told, attempts }: CallRecord, error: unknown): void {
  if (!told || !isAgentChatsError(error)) return;
  const type = error.kind === "http" ? String(error.status) : error.kind;
  const attributes = { ...told.attributes, "error.type": type, "agent_chats.attempts": attempts };
  told.tell({ type: "error", attributes, error });
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
