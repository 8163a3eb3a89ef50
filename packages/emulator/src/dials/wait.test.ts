import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestEmulator, send } from "../../test/testing.ts";
import { wait } from "./wait.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What has become of a promise by now. */
function follow(promise: Promise<unknown>) {
  const state: { outcome: unknown } = { outcome: "pending" };
  promise.then(
    () => {
      state.outcome = "done";
    },
    (reason: unknown) => {
      state.outcome = reason;
    },
  );
  return state;
}

test("an answer comes when the time is over, and not before", async () => {
  const emulator = createTestEmulator({ chats: 20 });
  emulator.dials.cargo.listChats = { latencyMs: 250 };
  const state = follow(send(emulator, "/cargo/ai/chats/list"));
  await vi.advanceTimersByTimeAsync(249);
  expect(state.outcome).toBe("pending");
  await vi.advanceTimersByTimeAsync(1);
  expect(state.outcome).toBe("done");
  expect((await send(emulator, "/invent/orgs/c/chats")).status).toBe(200);
});

test("an abort ends the wait at once with its reason, and leaves nothing behind", async () => {
  const [controller, reason] = [new AbortController(), new Error("enough")];
  const state = follow(wait(5_000, controller.signal));
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  controller.abort(reason);
  await vi.advanceTimersByTimeAsync(0);
  expect(state.outcome).toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
  await expect(wait(0, controller.signal)).rejects.toBe(reason);
});

test("a wait that is over leaves no listener", async () => {
  const { signal } = new AbortController();
  const state = follow(wait(10, signal));
  await vi.advanceTimersByTimeAsync(10);
  expect(state.outcome).toBe("done");
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("a request that is aborted while it waits rejects, changes nothing, and has no status in the log", async () => {
  const emulator = createTestEmulator({ chats: 20 });
  emulator.dials.cargo.listChats = { latencyMs: 100, churn: { inserts: 1 } };
  const first = send(emulator, "/cargo/ai/chats/list");
  await vi.advanceTimersByTimeAsync(100);
  await first;
  const [controller, reason] = [new AbortController(), new Error("enough")];
  const state = follow(send(emulator, "/cargo/ai/chats/list", { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(50);
  controller.abort(reason);
  await vi.advanceTimersByTimeAsync(100);
  expect(state.outcome).toBe(reason);
  expect(emulator.state.cargo.chats).toHaveLength(20);
  expect(emulator.requests.map(({ status }) => status)).toEqual([200, null]);
});
