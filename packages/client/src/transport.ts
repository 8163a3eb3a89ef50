import type { Vendor } from "@agent-chats/schema";
import { describeTries } from "./answer.ts";
import { type AttemptOptions, attempt, type Draft, type Received, type Send } from "./attempt.ts";
import { parametersIn } from "./cause.ts";
import { type CheckedClientOptions, type ClientOptions, checkClientOptions } from "./client-options.ts";
import { type Deadline, startDeadline, TimeIsUp } from "./deadline.ts";
import {
  type AnyAgentChatsError,
  type CallTarget,
  isAgentChatsError,
  TimeoutError,
  toContext,
  toWords,
} from "./errors.ts";
import type { CallAttributes, Tell } from "./observe.ts";
import { createRetryPolicy } from "./retry.ts";
import { type Bearer, createTokenSource } from "./token.ts";

/** One call: what it is, and what becomes of it. */
export interface CallRecord {
  readonly target: CallTarget;
  /** The caller's signal. */
  readonly signal?: AbortSignal | null | undefined;
  /** Hears that the request is sent again, after this status where there was one. */
  readonly onRetry?: ((status: number | undefined) => void) | undefined;
  /** Who hears of it, and what the events of the call have in common; `undefined` where nobody listens. */
  readonly told?: Told | undefined;
  /** Requests that were sent so far. */
  attempts: number;
  /** Bytes of the answer's body. */
  bytes: number;
}

/** An observer of a call. */
interface Told {
  readonly tell: NonNullable<Tell>;
  readonly attributes: CallAttributes;
}

/**
 * Sends the draft of a call, again where that may help. Gives a 2xx response whose body was read, and whose `text()`
 * gives it again. Throws an `AgentChatsError` for everything else, or the reason of the caller's signal.
 */
export type Transport = (draft: Draft, call: CallRecord) => Promise<Response>;

/** The transport of a vendor's client: its token, timeouts and retries. */
export function createTransport(vendor: Vendor, options: ClientOptions): Transport {
  const checked = checkClientOptions(vendor, options);
  const { token } = checked;
  // A browser's own fetch refuses to be called as a method of anything else.
  const { fetch: given } = options;
  const tokens = typeof token === "function" ? createTokenSource(token) : { token, renewals: 0 };
  const policy = createRetryPolicy(checked.retry);

  return async (draft, call) => {
    call.signal?.throwIfAborted();
    const deadline = startDeadline(call.signal, checked.timeout.totalMs);
    try {
      setHeaders(draft.headers, checked.headers);
      return await sendUntilAnswered(draft, call, deadline);
    } catch (thrown) {
      throw toFailure(thrown, call, checked);
    } finally {
      deadline.end();
    }
  };

  async function sendUntilAnswered(draft: Draft, call: CallRecord, deadline: Deadline): Promise<Response> {
    let bearer: Bearer | undefined;
    let refused: Bearer | undefined;
    let canRenew = typeof tokens === "function";
    for (let failures = 1; ; failures++) {
      try {
        // A text is waited for too: a call that is dropped in the turn in which it began is never sent.
        bearer = await (typeof tokens === "function"
          ? deadline.run((signal) => tokens(call, refused, signal))
          : tokens);
        const { response, text } = await sendOnce(draft, call, deadline, bearer.token);
        policy.refund();
        return Object.defineProperty(response, "text", { value: async () => text });
      } catch (thrown) {
        const error = toFailure(thrown, call, checked);
        if (!isAgentChatsError(error)) throw error;
        refused = canRenew && error.kind === "http" && error.status === 401 ? bearer : undefined;
        if (refused) {
          canRenew = false;
          failures--;
        }
        const delayMs = refused ? 0 : policy.delayAfter(error, failures, deadline.leftMs);
        if (delayMs === undefined) throw error;
        noteRetry(call, error, delayMs);
        await deadline.sleep(delayMs);
      }
    }
  }

  async function sendOnce(draft: Draft, call: CallRecord, deadline: Deadline, bearer: string): Promise<Received> {
    draft.headers.set("authorization", `Bearer ${bearer}`);
    call.attempts++;
    const onResponse = noteRequest(call);
    const { target, attempts } = call;
    const parameters = () => parametersIn(draft.url, target.operation.path);
    const secrets = () => [bearer, ...checked.headers.map(([, value]) => value), ...parameters()];
    const { attemptMs } = checked.timeout;
    // In Node a request that nobody holds may be collected while it is answered, and then hears of no abort.
    let held: Request | undefined;
    // The platform makes a request of its own of what it is given: one made here would be the second.
    const send: Send = (url, init) => {
      if (!given) return globalThis.fetch(url, init);
      held = new Request(url, init);
      return given(held);
    };
    const own: AttemptOptions = { ...checked, attemptMs, target, attempts, secrets, send, onResponse };
    try {
      const received = await deadline.run((signal) => attempt(draft, own, signal), attemptMs);
      call.bytes = received.bytes;
      return received;
    } finally {
      held = undefined;
    }
  }
}

/** Adds the headers that every request has, but for the token. Those given give way to those that are set. */
function setHeaders(headers: Headers, given: CheckedClientOptions["headers"]): void {
  for (const [name, value] of given) {
    if (!headers.has(name)) headers.set(name, value);
  }
  // JSON first, but a gateway's HTML is welcome too: an error page tells more than a 406 about it.
  headers.set("accept", "application/json, */*;q=0.5");
}

/** What the caller gets of what was thrown: the signal's own reason as it is. */
function toFailure(thrown: unknown, { target, attempts }: CallRecord, options: CheckedClientOptions): unknown {
  return thrown instanceof TimeIsUp ? toTimeout(thrown, target, attempts, options) : thrown;
}

function toTimeout(
  { scope }: TimeIsUp,
  target: CallTarget,
  attempts: number,
  options: CheckedClientOptions,
): TimeoutError {
  const { vendor, operation } = target;
  const timeoutMs = scope === "total" ? options.timeout.totalMs : options.timeout.attemptMs;
  const within = `${timeoutMs} ms${scope === "total" ? " in all" : ""}`;
  const message = `${vendor.title} did not answer within ${within} to ${toWords(operation)}.${describeTries(attempts)}`;
  const context = toContext(target, { attempts, retryable: operation.method === "GET" });
  return new TimeoutError(message, context, scope, timeoutMs);
}

/** Tells of a request; returns what is to hear of its response. */
function noteRequest({ told, attempts }: CallRecord): AttemptOptions["onResponse"] {
  if (!told) return undefined;
  const { tell, attributes } = told;
  const own = { ...attributes, "http.request.resend_count": attempts - 1 };
  const sentAt = performance.now();
  tell({ type: "request", attributes: own });
  return ({ status }, bytes) =>
    tell({
      type: "response",
      attributes: {
        ...own,
        "http.response.status_code": status,
        "http.response.body.size": bytes,
        "agent_chats.duration_ms": performance.now() - sentAt,
      },
    });
}

function noteRetry({ told, attempts, onRetry }: CallRecord, error: AnyAgentChatsError, delayMs: number): void {
  const status = error.kind === "http" ? error.status : undefined;
  onRetry?.(status);
  told?.tell({
    type: "retry",
    attributes: {
      ...told.attributes,
      "http.request.resend_count": attempts - 1,
      "error.type": String(status ?? error.kind),
      "agent_chats.retry.delay_ms": delayMs,
    },
  });
}
