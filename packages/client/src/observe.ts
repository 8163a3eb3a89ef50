import type { AnyAgentChatsError, CallTarget } from "./errors.ts";

/** What every event says of its operation. Names are those of OpenTelemetry's semantic conventions; ours begin with `agent_chats.`. */
export interface OperationAttributes {
  /** Such as `cargo`. */
  readonly "agent_chats.vendor": string;
  /** Such as `listChats`. */
  readonly "agent_chats.operation": string;
  readonly "http.request.method": string;
  /** Path of the operation with its placeholders. Addresses with values in them are never told. */
  readonly "url.template": string;
  readonly "server.address": string;
  readonly "server.port": number;
}

/** What the events of a call say of it. */
export interface CallAttributes extends OperationAttributes {
  /** Number of the call among those of its client, from 1; the same in all events of a call. */
  readonly "agent_chats.call": number;
}

interface Told<Type extends string, Attributes = unknown, Common = CallAttributes> {
  readonly type: Type;
  readonly attributes: Common & Attributes;
}

/** How often the request had been sent before; 0 for the first time. */
interface Resent {
  readonly "http.request.resend_count": number;
}

/** A request is sent. */
export type RequestEvent = Told<"request", Resent>;

/** A response has arrived, its body read, whatever its status. */
export type ResponseEvent = Told<
  "response",
  Resent & {
    readonly "http.response.status_code": number;
    /** Bytes of the body, decompressed. */
    readonly "http.response.body.size": number;
    /** Milliseconds since the request was sent. */
    readonly "agent_chats.duration_ms": number;
  }
>;

/** The request will be sent again. */
export type RetryEvent = Told<
  "retry",
  Resent & {
    /** Status of the response, or the `kind` of the error. */
    readonly "error.type": string;
    /** Milliseconds until then. */
    readonly "agent_chats.retry.delay_ms": number;
  }
>;

/** The call has succeeded. */
export interface AnswerEvent
  extends Told<"answer", { readonly "agent_chats.attempts": number; readonly "http.response.status_code": number }> {
  /** The answer, decoded, without its secrets: see `redact`. Not to be changed: the caller gets parts of the same object. */
  read(): unknown;
}

/** The call has failed. */
export interface ErrorEvent
  extends Told<"error", { readonly "error.type": string; readonly "agent_chats.attempts": number }> {
  readonly error: AnyAgentChatsError;
}

/** A walk has looked at a page. */
export type PageEvent = Told<
  "page",
  {
    /** Place of its first item in the list. */
    readonly "agent_chats.page.position": number;
    /** Items that came. */
    readonly "agent_chats.page.items": number;
    /** Items among them that the walk gives to its consumer. */
    readonly "agent_chats.page.given": number;
    /** Number of all items as the vendor says it; absent where it does not. */
    readonly "agent_chats.page.total"?: number;
  },
  OperationAttributes
>;

/** What arrives is not what the spec says. Told by a drift watch of `@agent-chats/client/drift`. */
export type DriftEvent = Told<
  "drift",
  {
    /** Such as `new-field`. */
    readonly "agent_chats.drift.kind": string;
    /** Where in the answer, such as `$.chats[*].name`. */
    readonly "agent_chats.drift.path": string;
  }
>;

/** What a client does, as it does it. */
export type ClientEvent = RequestEvent | ResponseEvent | RetryEvent | AnswerEvent | ErrorEvent | PageEvent | DriftEvent;

/**
 * Hears what a client does, as it happens; called in the midst of it, so it should be quick, and is not waited for. What it
 * throws, or rejects with, is ignored: a broken observer must not break a call. Events hold no token, no parameter and no secret.
 */
export type Observe = (event: ClientEvent) => void;

/** Tells an observer of a client; `undefined` where nobody listens. */
export type Tell = ((event: ClientEvent) => void) | undefined;

/** Makes a teller that survives its observer. */
export function createTell(observe: Observe | undefined): Tell {
  if (!observe) return undefined;
  return (event) => {
    try {
      const given = observe(event) as unknown as PromiseLike<unknown> | undefined;
      given?.then?.(undefined, () => {});
    } catch {
      // Said in the documentation of Observe.
    }
  };
}

/** What the events about an operation have in common. */
export function toAttributes({ vendor, operation }: CallTarget, baseUrl: URL): OperationAttributes {
  return {
    "agent_chats.vendor": vendor.id,
    "agent_chats.operation": operation.id,
    "http.request.method": operation.method,
    "url.template": operation.path,
    "server.address": baseUrl.hostname,
    "server.port": Number(baseUrl.port) || (baseUrl.protocol === "https:" ? 443 : 80),
  };
}
