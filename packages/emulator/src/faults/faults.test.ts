import { afterEach, describe, expect, test, vi } from "vitest";
import { operations, type TestOperation } from "../../test/operations.ts";
import { createTestEmulator } from "../../test/testing.ts";
import type { Emulator } from "../emulator.ts";
import { listen } from "../server.ts";
import type { Fault, FaultKind } from "./fault.ts";

type Send = (signal?: AbortSignal) => Promise<Response>;

/** Asks by Node's own fetch, or the same in the process. */
interface Way {
  readonly name: string;
  open(emulator: Emulator, operation: TestOperation): Promise<Send>;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function toInit(emulator: Emulator, { init }: TestOperation, signal?: AbortSignal): RequestInit {
  const headers = { authorization: `Bearer ${emulator.token}`, ...init.headers };
  return { ...init, headers, ...(signal && { signal }) };
}

const ways: readonly Way[] = [
  {
    name: "in process",
    open: async (emulator, operation) => (signal) =>
      emulator.fetch(
        new Request(`https://emulator.example${operation.path(emulator)}`, toInit(emulator, operation, signal)),
      ),
  },
  {
    name: "over HTTP",
    async open(emulator, operation) {
      const listener = await listen(emulator);
      closing.push(listener.close);
      return (signal) => fetch(listener.url + operation.path(emulator), toInit(emulator, operation, signal));
    },
  },
];

/** The first part of a body, and the reading of the rest. */
async function readPart(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  return { length: value?.length, rest: reader.read() };
}

/** Whether a promise is open after all that can happen at once, and after a whole other answer. */
async function isPending(promise: Promise<unknown>, send: Send): Promise<boolean> {
  let isOpen = true;
  const settle = () => {
    isOpen = false;
  };
  promise.then(settle, settle);
  await (await send()).text();
  return isOpen;
}

const cutError = { name: "TypeError", message: "terminated", cause: { code: "UND_ERR_SOCKET" } };

/** What whoever asks sees of each kind. The next answer is good again, and `whole` is its length. */
const observations: { readonly [Kind in Exclude<FaultKind, "status">]: readonly [Fault, Observe] } = {
  reset: [
    { kind: "reset" },
    async (send) => {
      const reset = { name: "TypeError", message: "fetch failed", cause: { code: "ECONNRESET" } };
      await expect(send()).rejects.toMatchObject(reset);
    },
  ],
  hang: [
    { kind: "hang" },
    async (send, { emulator }) => {
      const [controller, reason] = [new AbortController(), new Error("enough")];
      const answer = send(controller.signal);
      await vi.waitFor(() => expect(emulator.requests[0]?.fault).toBe("hang"));
      expect(await isPending(answer, send)).toBe(true);
      controller.abort(reason);
      await expect(answer).rejects.toBe(reason);
    },
  ],
  cut: [
    { kind: "cut" },
    async (send, { whole }) => {
      const response = await send();
      const promised = Number(response.headers.get("content-length"));
      const { length, rest } = await readPart(response);
      expect([response.status, promised, length]).toEqual([200, whole, Math.floor(whole / 2)]);
      await expect(rest).rejects.toMatchObject(cutError);
    },
  ],
  stall: [
    { kind: "stall" },
    async (send, { whole }) => {
      const [controller, reason] = [new AbortController(), new Error("enough")];
      const response = await send(controller.signal);
      const { length, rest } = await readPart(response);
      expect([response.status, length]).toEqual([200, Math.floor(whole / 2)]);
      expect(await isPending(rest, send)).toBe(true);
      controller.abort(reason);
      await expect(rest).rejects.toBe(reason);
    },
  ],
  truncated: [
    { kind: "truncated" },
    async (send, { whole }) => {
      const response = await send();
      const text = await response.text();
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(Math.ceil(whole / 2) + 2);
      expect(text.length).toBeGreaterThan(10);
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
    },
  ],
  html: [
    { kind: "html" },
    async (send) => {
      const response = await send();
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      expect(await response.text()).toMatch(/^<!doctype html>[\s\S]*Sign in/);
    },
  ],
  empty: [
    { kind: "empty" },
    async (send) => {
      const response = await send();
      expect([response.status, await response.text()]).toEqual([200, ""]);
    },
  ],
  slow: [
    { kind: "slow", latencyMs: 30 },
    async (send, { whole }) => {
      const start = performance.now();
      const response = await send();
      expect(performance.now() - start).toBeGreaterThan(28);
      expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, whole]);
    },
  ],
};

type Observe = (send: Send, facts: { readonly emulator: Emulator; readonly whole: number }) => Promise<void>;

describe.each(ways)("$name", ({ open }) => {
  describe.each(operations)("$name", (operation) => {
    test.each(Object.entries(observations))(
      "%s is what it says, once, and is noted",
      async (kind, [fault, observe]) => {
        const emulator = createTestEmulator({ chats: 40 });
        const send = await open(emulator, operation);
        const whole = (await (await send()).arrayBuffer()).byteLength;
        emulator.reset();
        operation.setFaults(emulator, [fault]);
        await observe(send, { emulator, whole });
        expect(operation.faultsOf(emulator)).toEqual([]);
        const good = await send();
        expect([good.status, (await good.arrayBuffer()).byteLength]).toEqual([200, whole]);
        const [first, ...others] = emulator.requests;
        const isAnswered = kind !== "reset" && kind !== "hang";
        expect(first).toMatchObject({
          operation: operation.operation.id,
          fault: kind,
          status: isAnswered ? 200 : null,
        });
        expect(others.every((record) => !("fault" in record) && record.status === 200)).toBe(true);
      },
    );

    test("an error status has the vendor's own shape, and its Retry-After", async () => {
      const emulator = createTestEmulator({ chats: 40 });
      const send = await open(emulator, operation);
      const date = "Fri, 20 Nov 2026 15:04:30 GMT";
      const faults = [
        { kind: "status", status: 429, retryAfter: "2" },
        { kind: "status", status: 503, retryAfter: date },
        { kind: "status", status: 500 },
        { kind: "status", status: 404, body: "empty" },
      ] as const;
      operation.setFaults(emulator, faults);
      const answers = [];
      for (const _ of faults) answers.push(await send());
      expect(answers.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([
        [429, "2"],
        [503, date],
        [500, null],
        [404, null],
      ]);
      const [limited, unavailable, failed, missing] = await Promise.all(answers.map((answer) => answer.text()));
      const [shaped, text] = shapes[operation.vendor];
      expect(limited).toBe(text ?? JSON.stringify(shaped(429, "Too Many Requests")));
      expect(unavailable).toBe(JSON.stringify(shaped(503, "Service Unavailable")));
      expect(failed).toBe(JSON.stringify(shaped(500, "Internal Server Error")));
      expect(missing).toBe("");
      expect(emulator.requests.map(({ status, fault }) => [status, fault])).toEqual(
        faults.map(({ status }) => [status, "status"]),
      );
    });
  });
});

type Shape = readonly [json: (status: number, title: string) => object, text?: string];

/** Errors as the specs show them, and Cargo's 429, which is no JSON. */
const shapes: { readonly [V in TestOperation["vendor"]]: Shape } = {
  cargo: [(_, errorMessage) => ({ errorMessage }), "Too Many Requests"],
  cotool: [(_, error) => ({ error, message: error })],
  invent: [(statusCode, error) => ({ message: error, error, statusCode })],
};
