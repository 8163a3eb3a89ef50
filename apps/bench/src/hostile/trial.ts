import type { SeenRequest } from "../../../../packages/client/test/hostile/behaviour.ts";
import { printAll } from "../../../../packages/client/test/hostile/print.ts";
import type { Row } from "../../../../packages/client/test/hostile/row.ts";
import { findSecrets, secrets } from "../../../../packages/client/test/hostile/secrets.ts";
import type { Rival, Situation } from "./rival.ts";

/** What is called. */
export type Method = "list" | "create";

/** What came out of a client, as far as its caller can see, and as far as the server could. */
export interface Trial {
  readonly result:
    | { readonly kind: "value"; readonly value: unknown }
    | { readonly kind: "error"; readonly error: unknown; readonly isOwn: boolean; readonly isReason: boolean }
    | { readonly kind: "hang" };
  readonly elapsedMs: number;
  /** Names of the secrets that the error prints. */
  readonly printed: readonly string[];
}

/** Milliseconds after which a client is said to hang. Far longer than any timeout that it is given. */
const patienceMs = 8000;
/** Milliseconds for an answer where the row says nothing of it. */
const usualTimeoutMs = 2000;
/** Milliseconds for an answer that takes long, and where only the caller may end the call. */
const longTimeoutMs = 60_000;

/** Tries a client before a hostile server. */
export async function tryOut(row: Row, rival: Rival, method: Method, baseUrl: string): Promise<Trial> {
  const controller = new AbortController();
  const reason = new Error("the caller has changed their mind");
  const abort = () => controller.abort(reason);
  const abortsLater = row.abortAfterMs !== undefined && row.abortAfterMs >= 0;
  if (row.abortAfterMs !== undefined && !abortsLater) abort();
  const situation: Situation = {
    baseUrl,
    timeoutMs: toTimeout(row),
    token: toToken(row),
    signal: controller.signal,
  };
  for (let call = 1; call < (row.calls ?? 1); call++) {
    await rival[method](situation);
    await new Promise((resolve) => setTimeout(resolve, row.pauseMs ?? 0));
  }
  const timer = abortsLater ? setTimeout(abort, row.abortAfterMs) : undefined;
  const startedAt = performance.now();
  const result = await within(patienceMs, toResult(rival, method, situation, reason));
  clearTimeout(timer);
  // Lets go of what hangs, where the client listens.
  abort();
  const elapsedMs = performance.now() - startedAt;
  return { result, elapsedMs, printed: result.kind === "error" ? findSecrets(printAll(result.error)) : [] };
}

function toTimeout({ abortAfterMs, isHeavy, options }: Row): number {
  if (abortAfterMs !== undefined || isHeavy) return longTimeoutMs;
  return options?.timeout?.attemptMs ?? usualTimeoutMs;
}

async function toResult(rival: Rival, method: Method, situation: Situation, reason: Error): Promise<Trial["result"]> {
  try {
    return { kind: "value", value: await rival[method](situation) };
  } catch (error) {
    return { kind: "error", error, isOwn: rival.isOwnError(error), isReason: error === reason };
  }
}

async function within(ms: number, result: Promise<Trial["result"]>): Promise<Trial["result"]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<Trial["result"]>((resolve) => {
    timer = setTimeout(resolve, ms, { kind: "hang" });
  });
  return Promise.race([result, hang]).finally(() => clearTimeout(timer));
}

function toToken(row: Row): Situation["token"] {
  if (row.token === "never") return () => new Promise<string>(() => {});
  const tokens = row.token === "renewed" ? [secrets.token] : [];
  return () => tokens.pop() ?? (row.token === "renewed" ? secrets.renewedToken : secrets.token);
}

/** Whether a secret of the request came to another origin than the one that it was meant for. */
export function findElsewhere(seen: readonly SeenRequest[]): string[] {
  return findSecrets(JSON.stringify(seen.filter(({ origin }) => origin === "elsewhere").map(({ headers }) => headers)));
}
