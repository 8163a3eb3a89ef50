import { afterEach, beforeEach, expect, vi } from "vitest";
import { type Cargo, createCargo } from "../src/cargo/index.ts";
import type { ClientOptions } from "../src/client-options.ts";

/** Answers a request, counted from 1. */
export type Respond = (request: Request, count: number) => Response | Promise<Response>;

/** An empty list. */
export const page = () => Response.json({ chats: [] });
/** A chat that was created. */
export const chat = () => Response.json({ chat: { uuid: "c" } });
/** An answer of some status. */
export const fail =
  (status: number, headers?: Record<string, string>): Respond =>
  () =>
    new Response("", { status, ...(headers && { headers }) });
/** No connection. */
export const refuse: Respond = () => Promise.reject(new TypeError("fetch failed"));
/** Never answers, whatever the signal says. */
export const hang: Respond = () => new Promise(() => {});

/** A client whose server answers in turn, the last answer again and again. Notes when each request came. */
export function serve(answers: readonly Respond[], options: Partial<ClientOptions> = {}) {
  const requests: { at: number; authorization: string | null; body: string; url: string }[] = [];
  const startedAt = Date.now();
  const cargo = createCargo({
    token: "token",
    fetch: async (request) => {
      const { url, headers } = request;
      const at = Date.now() - startedAt;
      requests.push({ at, authorization: headers.get("authorization"), body: await request.clone().text(), url });
      const answer = answers[Math.min(requests.length, answers.length) - 1] as Respond;
      return answer(request, requests.length);
    },
    ...options,
  });
  return { cargo, requests };
}

export const list = (cargo: Cargo, signal?: AbortSignal) => cargo.api.GET("/ai/chats/list", { signal });
export const create = (cargo: Cargo) => cargo.chats.create({ trigger: { type: "draft" } });

/** What a call comes to, while time passes as fast as it may. */
export async function outcome<Value>(call: Promise<Value>): Promise<Value | Record<string, unknown>> {
  let settled: { value: unknown } | undefined;
  call.then(
    (value) => {
      settled = { value };
    },
    (error: unknown) => {
      settled = { value: error };
    },
  );
  for (let steps = 0; !settled && steps < 10_000; steps++) await vi.advanceTimersByTimeAsync(50);
  expect(settled, "the call neither succeeds nor fails").toBeDefined();
  return settled?.value as Value;
}

/** For tests in which time passes as fast as it may, and nothing is left to chance; checks that no timer is left. */
export function useOwnTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
    vi.spyOn(Math, "random").mockReturnValue(1);
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}
