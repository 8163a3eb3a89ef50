import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTestEmulator, send } from "../../test/testing.ts";

const path = "/cargo/ai/chats/list";

/** Collects garbage for sure. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

afterEach(() => {
  vi.useRealTimers();
});

describe("an abort reaches a request that nobody holds any more", () => {
  test("while it hangs", async () => {
    const emulator = createTestEmulator({ chats: 5, faults: { cargo: { listChats: [{ kind: "hang" }] } } });
    const [controller, reason] = [new AbortController(), new Error("enough")];
    const failure = send(emulator, path, { signal: controller.signal }).catch((error: unknown) => error);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    collect();
    controller.abort(reason);
    expect(await failure).toBe(reason);
  });

  test("while its body stalls", async () => {
    const emulator = createTestEmulator({ chats: 5, faults: { cargo: { listChats: [{ kind: "stall" }] } } });
    const [controller, reason] = [new AbortController(), new Error("enough")];
    const failure = send(emulator, path, { signal: controller.signal })
      .then((response) => response.text())
      .catch((error: unknown) => error);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    collect();
    controller.abort(reason);
    expect(await failure).toBe(reason);
  });
});

test.each(["hang", "stall"] as const)("an abort right after the call is not missed: %s", async (kind) => {
  const emulator = createTestEmulator({ chats: 5, faults: { cargo: { listChats: [{ kind }] } } });
  const [controller, reason] = [new AbortController(), new Error("enough")];
  const failure = send(emulator, path, { signal: controller.signal }).catch((error: unknown) => error);
  controller.abort(reason);
  expect(await failure).toBe(reason);
});

test("a stalled body that is cancelled leaves no listener", async () => {
  const emulator = createTestEmulator({ chats: 5, faults: { cargo: { listChats: [{ kind: "stall" }] } } });
  const headers = { authorization: `Bearer ${emulator.token}` };
  const request = new Request(`https://emulator.example${path}`, { headers });
  const response = await emulator.fetch(request);
  expect(getEventListeners(request.signal, "abort")).toHaveLength(1);
  await response.body?.cancel();
  expect(getEventListeners(request.signal, "abort")).toHaveLength(0);
});

test("a slow answer comes when its time is over, and an abort ends the wait", async () => {
  vi.useFakeTimers();
  const faults = { cargo: { listChats: [{ kind: "slow" as const, latencyMs: 1_000, times: 2 }] } };
  const emulator = createTestEmulator({ chats: 5, faults });
  let isAnswered = false;
  const answer = send(emulator, path).then(({ status }) => {
    isAnswered = true;
    return status;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(isAnswered).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toBe(200);
  const [controller, reason] = [new AbortController(), new Error("enough")];
  const failure = send(emulator, path, { signal: controller.signal }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10);
  controller.abort(reason);
  expect(await failure).toBe(reason);
});
