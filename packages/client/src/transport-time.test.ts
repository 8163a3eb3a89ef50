import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { fail, hang, list, outcome, page, type Respond, refuse, serve, useOwnTime } from "../test/calls.ts";

useOwnTime();

describe("the time of a call", () => {
  const stalled = () =>
    new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) }));

  test.each([
    ["its head", hang],
    ["its body", stalled],
  ] as const)("ends an attempt whose answer does not come with %s", async (_, answer) => {
    const { cargo, requests } = serve([answer, answer, answer, page], { timeout: { attemptMs: 1000 } });
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 4 });
    expect(requests.map(({ at }) => at)).toEqual([0, 1500, 3500, 6500]);
    const error = await outcome(list(serve([answer], { timeout: { attemptMs: 100 }, retry: false }).cargo));
    expect(error).toMatchObject({
      name: "TimeoutError",
      kind: "timeout",
      scope: "attempt",
      timeoutMs: 100,
      retryable: true,
    });
    expect(error).toMatchObject({ message: "Cargo did not answer within 100 ms to list chats." });
  });

  test("ends it in all, too, in the midst of an attempt", async () => {
    const startedAt = Date.now();
    const { cargo, requests } = serve([hang], { timeout: { attemptMs: 1000, totalMs: 2000 } });
    const error = await outcome(list(cargo));
    expect(error).toMatchObject({ kind: "timeout", scope: "total", timeoutMs: 2000, attempts: 2 });
    expect(error).toMatchObject({
      message: "Cargo did not answer within 2000 ms in all to list chats. Tried 2 times.",
    });
    expect(Date.now() - startedAt).toBe(2000);
    expect(requests).toHaveLength(2);
  });

  test("is 30 s an attempt and 120 s in all, unless said otherwise", async () => {
    const { cargo, requests } = serve([hang]);
    expect(await outcome(list(cargo))).toMatchObject({ scope: "total", timeoutMs: 120_000 });
    expect(requests.map(({ at }) => at)).toEqual([0, 30_500, 61_500, 93_500]);
  });

  test("covers a token that does not come", async () => {
    const { cargo, requests } = serve([page], { token: () => new Promise(() => {}), timeout: { totalMs: 500 } });
    expect(await outcome(list(cargo))).toMatchObject({ kind: "timeout", scope: "total", attempts: 0 });
    expect(requests).toEqual([]);
  });

  test("without an end has pauses no longer than a timer takes, and none that is over at once", async () => {
    const after = fail(429, { "retry-after": String(30 * 86_400) });
    const { cargo, requests } = serve([after, page], {
      timeout: { totalMs: Number.POSITIVE_INFINITY },
      retry: { maxRetryAfterMs: Number.POSITIVE_INFINITY },
    });
    const call = list(cargo);
    await vi.advanceTimersByTimeAsync(2 ** 31 - 2);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await call).toMatchObject({ attempts: 2 });
  });

  test("has no end where it is Infinity", async () => {
    const never = { attemptMs: Number.POSITIVE_INFINITY, totalMs: Number.POSITIVE_INFINITY };
    const late: Respond = () => new Promise((resolve) => setTimeout(() => resolve(page()), 10_000_000));
    const { cargo } = serve([late], { timeout: never });
    const call = list(cargo);
    await vi.advanceTimersByTimeAsync(10_000_000);
    expect(await call).toMatchObject({ attempts: 1 });
  });
});

describe("the caller's signal", () => {
  const reason = { why: "the user left" };
  const stalled = () => new Response(new ReadableStream({}));

  test.each([
    ["the head", hang, 0],
    ["the body", stalled, 0],
    ["the next attempt", fail(500), 100],
  ] as const)("ends a call that waits for %s, at once, with its own reason", async (_, answer, afterMs) => {
    const controller = new AbortController();
    const { cargo, requests } = serve([answer], { retry: { minDelayMs: 60_000, maxDelayMs: 60_000 } });
    const call = list(cargo, controller.signal).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(afterMs);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test("ends a call in the turn in which it began before anything is sent", async () => {
    const controller = new AbortController();
    const { cargo, requests } = serve([page]);
    const call = list(cargo, controller.signal).catch((thrown: unknown) => thrown);
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(requests).toEqual([]);
  });

  test("may have any reason, such as none", async () => {
    const controller = new AbortController();
    const call = list(serve([hang]).cargo, controller.signal).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(0);
    controller.abort(null);
    expect(await call).toBeNull();
  });

  test("ends a call that waits for its token", async () => {
    const controller = new AbortController();
    const { cargo } = serve([page], { token: () => new Promise(() => {}) });
    const call = list(cargo, controller.signal).catch((thrown: unknown) => thrown);
    controller.abort(reason);
    expect(await call).toBe(reason);
  });

  test("is heard even where its reason looks like an error that is worth another attempt", async () => {
    const controller = new AbortController();
    const error = await outcome(list(serve([fail(500)], { retry: false }).cargo));
    expect(error).toMatchObject({ retryable: true });
    const { cargo, requests } = serve([hang]);
    const call = list(cargo, controller.signal).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(0);
    controller.abort(error);
    expect(await call).toBe(error);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
  });

  test("is left alone by calls that succeed or fail", async () => {
    const { signal } = new AbortController();
    const { cargo } = serve([page, fail(400), refuse, page]);
    for (let calls = 0; calls < 3; calls++) await outcome(list(cargo, signal));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("reaches the request, and lets go of an answer that comes too late", async () => {
    const controller = new AbortController();
    const cancelled = vi.fn();
    let answer: (response: Response) => void = () => {};
    let seen: AbortSignal | undefined;
    const { cargo } = serve([
      ({ signal }) => {
        seen = signal;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    ]);
    const call = list(cargo, controller.signal).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(0);
    controller.abort(reason);
    await call;
    expect(seen?.aborted).toBe(true);
    answer(new Response(new ReadableStream({ cancel: cancelled })));
    await vi.advanceTimersByTimeAsync(0);
    expect(cancelled).toHaveBeenCalledOnce();
  });
});
