import { getEventListeners } from "node:events";
import { vendor } from "@agent-chats/schema/cargo";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createListServer, rows } from "../../test/list-server.ts";
import { settleTurns } from "../../test/turns.ts";
import { createApi } from "../api.ts";
import type { ClientOptions } from "../client-options.ts";
import { createReader } from "./reader.ts";
import { createSource } from "./source.ts";
import type { Ask } from "./window.ts";

/** A reader of a server that answers when the test lets it, each request by the offset it asks for. */
function start(readAhead: number, signal?: AbortSignal, retry: ClientOptions["retry"] = false) {
  const operation = vendor.operations.listMessages;
  const server = createListServer(operation.pagination, rows(1000));
  const { call } = createApi(vendor, { token: "token", fetch: server.fetch, retry });
  const filters = { query: { chatUuid: "c" } };
  const source = createSource<{ uuid: string }>(call, { vendor, operation }, operation.pagination, filters);
  const held = new Map<number, () => void>();
  const offsetOf = (path: string) => Number(new URL(path, "http://x").searchParams.get("offset"));
  const hold = () => {
    server.before = () => new Promise((answer) => held.set(offsetOf(server.requests.at(-1) ?? ""), answer));
  };
  return {
    server,
    reader: createReader(source, readAhead, signal),
    /** Holds all requests back from now on, until each is answered by name. */
    hold,
    answer: async (offset: number) => {
      held.get(offset)?.();
      await settleTurns();
    },
    get asked() {
      return server.requests.map(offsetOf);
    },
  };
}

const at = (from: number, size = 2): Ask => ({ from, position: from, size, direction: "forward" });
const each = (...places: number[]) => places.map((place) => at(place));
const tooMany = () => new Response("", { status: 429 });
const broken = () => new Response("", { status: 500 });
const idsOf = ({ rows }: { rows: readonly { item: { uuid: string } }[] }) => rows.map(({ item }) => item.uuid);

describe("a reader", () => {
  test("asks when it is read, and not before, where it may not read ahead", async () => {
    const { reader, server } = start(0);
    reader.expect(at(0), each(10, 20));
    await settleTurns();
    expect(server.requests).toEqual([]);
    expect(idsOf(await reader.read(at(0)))).toEqual(["r0", "r1"]);
    expect(server.requests).toHaveLength(1);
  });

  test("starts on the nearest first, and on no more than it may", async () => {
    const test = start(3);
    test.hold();
    test.reader.expect(at(0), each(10, 20, 30, 40));
    await settleTurns();
    expect(test.asked).toEqual([0, 10, 20]);
  });

  test("never has more answers under way or kept than it may, beside the one that is waited for", async () => {
    const run = fc.asyncProperty(fc.nat({ max: 6 }), fc.array(fc.boolean()), async (readAhead, guesses) => {
      const { reader, server } = start(readAhead);
      let [place, taken, mostAhead, mostInAll] = [0, 0, 0, 0];
      server.before = () => {
        mostInAll = Math.max(mostInAll, server.requests.length - taken);
      };
      for (const isGuessed of guesses) {
        // One that was not guessed lies between two that were: these are kept.
        const next = isGuessed ? at(place) : at(place + 5);
        reader.expect(next, isGuessed ? each(...[1, 2, 3, 4, 5, 6, 7].map((step) => place + step * 10)) : undefined);
        await settleTurns();
        mostAhead = Math.max(mostAhead, server.requests.length - taken);
        await reader.read(next);
        taken++;
        if (isGuessed) place += 10;
      }
      expect(mostAhead).toBeLessThanOrEqual(readAhead);
      expect(mostInAll).toBeLessThanOrEqual(readAhead + 1);
    });
    await fc.assert(run, { numRuns: 50 });
  });

  test("gives each answer to what it was asked for, in whatever order the server answers", async () => {
    const test = start(3);
    test.hold();
    test.reader.expect(at(0), each(10, 20));
    await settleTurns();
    for (const offset of [20, 10, 0]) await test.answer(offset);
    const answers = [await test.reader.read(at(0)), await test.reader.read(at(10)), await test.reader.read(at(20))];
    expect(answers.map(idsOf)).toEqual([
      ["r0", "r1"],
      ["r10", "r11"],
      ["r20", "r21"],
    ]);
    expect(test.asked).toEqual([0, 10, 20]);
  });

  test("aborts guesses that are not wanted any more, and asks for others instead", async () => {
    const test = start(3);
    test.hold();
    test.reader.expect(at(0), each(10, 20));
    await settleTurns();
    test.reader.expect(at(10), each(15, 25));
    await settleTurns();
    expect(test.asked).toEqual([0, 10, 20, 15, 25]);
    expect([test.server.aborted, test.server.underWay]).toEqual([2, 3]);
  });

  test("keeps its guesses while nobody says what comes after the next", async () => {
    const test = start(3);
    test.hold();
    test.reader.expect(at(0), each(10, 20));
    await settleTurns();
    test.reader.expect(at(5));
    const answer = test.reader.read(at(5));
    await settleTurns();
    expect([test.server.aborted, test.server.underWay]).toEqual([0, 4]);
    await test.answer(5);
    expect(idsOf(await answer)).toEqual(["r5", "r6"]);
  });

  test("tells windows apart by all that they ask for", async () => {
    const { reader, server } = start(9);
    const asks = [at(0), at(0, 3), { ...at(0), range: { after: 1 } }, { ...at(0), range: { before: 1 } }];
    reader.expect(at(0), asks);
    await settleTurns();
    expect(server.requests).toHaveLength(4);
  });

  test("calls an answer stale that was asked for before an earlier one had arrived", async () => {
    const { reader } = start(2);
    reader.expect(at(0), each(10));
    expect((await reader.read(at(0))).isStale).toBe(false);
    expect((await reader.read(at(10))).isStale).toBe(true);
    reader.expect(at(20));
    expect((await reader.read(at(20))).isStale).toBe(false);
  });

  test("cancels what is under way when it is stopped", async () => {
    const test = start(3);
    test.hold();
    test.reader.expect(at(0), each(10, 20));
    const answer = expect(test.reader.read(at(0))).rejects.toMatchObject({ name: "AbortError" });
    await settleTurns();
    test.reader.stop();
    await answer;
    expect([test.server.aborted, test.server.underWay]).toEqual([3, 0]);
  });
});

describe("a request that fails", () => {
  test("fails its own read, and is made again by the next", async () => {
    const { reader, server } = start(0);
    server.failures.push(broken);
    await expect(reader.read(at(0))).rejects.toMatchObject({ status: 500 });
    expect(idsOf(await reader.read(at(0)))).toEqual(["r0", "r1"]);
  });

  test("fails nobody while it is a guess: it is made again when its turn comes", async () => {
    const { reader, server } = start(2);
    server.failures.push(undefined, broken);
    reader.expect(at(0), each(10));
    await settleTurns();
    expect(idsOf(await reader.read(at(0)))).toEqual(["r0", "r1"]);
    expect(idsOf(await reader.read(at(10)))).toEqual(["r10", "r11"]);
    expect(server.requests).toHaveLength(3);
  });

  test("is heard of by nobody where nobody waits for it", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listen);
    const { reader, server } = start(4);
    server.failures.push(broken, tooMany, () => Response.error());
    reader.expect(at(0), each(10, 20, 30));
    reader.stop();
    reader.expect(at(0), each(10, 20, 30));
    await settleTurns();
    reader.stop();
    await settleTurns();
    process.off("unhandledRejection", listen);
    expect(unhandled).toEqual([]);
  });

  test("with 429 halves how much may be under way; eight answers without one give one back", async () => {
    const { reader, server } = start(8);
    const capacities = [reader.capacity];
    for (let count = 0; count < 4; count++) {
      server.failures.push(tooMany);
      await reader.read(at(0)).catch(() => {});
      capacities.push(reader.capacity);
    }
    expect(capacities).toEqual([8, 4, 2, 1, 0]);
    const recovery = [];
    for (let count = 1; count <= 72; count++) {
      await reader.read(at(count));
      if (count % 8 === 7 || count % 8 === 0) recovery.push(reader.capacity);
    }
    expect(recovery).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 8]);
  });

  test("with 429 that its call makes up for counts as one, and requests under way together slow down once", async () => {
    const { reader, server } = start(8, undefined, { minDelayMs: 1 });
    server.failures.push(tooMany, tooMany, tooMany);
    reader.expect(at(0), each(10, 20));
    await Promise.all([0, 10, 20].map((place) => reader.read(at(place))));
    expect(reader.capacity).toBe(4);
    expect(reader.tally).toMatchObject({ requests: 3, retries: 3 });
    expect(reader.tally.bytes).toBeGreaterThan(100);
    server.failures.push(tooMany);
    await reader.read(at(30));
    expect(reader.capacity).toBe(2);
  });

  test("with anything else leaves it as it is", async () => {
    const { reader, server } = start(8);
    server.failures.push(broken);
    await reader.read(at(0)).catch(() => {});
    expect(reader.capacity).toBe(8);
  });

  test("with anything else that its call makes up for leaves it as it is", async () => {
    const { reader, server } = start(8, undefined, { minDelayMs: 1 });
    server.failures.push(() => new Response("", { status: 503 }));
    await reader.read(at(0));
    expect(reader.tally.retries).toBe(1);
    expect(reader.capacity).toBe(8);
  });

  test("because it was dropped leaves alone what was asked for in its place", async () => {
    const test = start(2);
    test.hold();
    test.reader.expect(at(0));
    await settleTurns();
    test.reader.expect(at(10), []);
    test.reader.expect(at(0), []);
    await settleTurns();
    expect(test.asked).toEqual([0, 0]);
    const answer = test.reader.read(at(0));
    await settleTurns();
    await test.answer(0);
    expect(idsOf(await answer)).toEqual(["r0", "r1"]);
    expect(test.asked).toEqual([0, 0]);
  });

  test("with 429 holds back guesses until there is room again", async () => {
    const test = start(4);
    test.server.failures.push(tooMany);
    await test.reader.read(at(0)).catch(() => {});
    test.hold();
    test.reader.expect(at(0), each(10, 20, 30));
    await settleTurns();
    expect(test.asked).toEqual([0, 0, 10]);
  });
});

describe("the caller's signal", () => {
  const reason = new Error("the user left");

  test("aborts what is read and what is guessed, with its own reason", async () => {
    const controller = new AbortController();
    const test = start(3, controller.signal);
    test.hold();
    test.reader.expect(at(0), each(10, 20));
    const answer = expect(test.reader.read(at(0))).rejects.toBe(reason);
    await settleTurns();
    controller.abort(reason);
    await answer;
    await settleTurns();
    expect([test.server.aborted, test.server.underWay]).toEqual([3, 0]);
  });

  test("lets nothing be sent once it is aborted", async () => {
    const controller = new AbortController();
    const { reader, server } = start(3, controller.signal);
    controller.abort(reason);
    reader.expect(at(0), each(10));
    await expect(reader.read(at(0))).rejects.toBe(reason);
    await settleTurns();
    expect(server.requests).toEqual([]);
  });

  test("keeps no listener of a request that has ended: answered, failed, dropped or aborted", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const test = start(4, signal);
    const listeners = () => getEventListeners(signal, "abort").length;
    test.server.failures.push(undefined, broken);
    await test.reader.read(at(0));
    await test.reader.read(at(10)).catch(() => {});
    expect(listeners()).toBe(0);
    test.hold();
    test.reader.expect(at(0), each(10, 20));
    await settleTurns();
    expect(listeners()).toBe(3);
    test.reader.expect(at(10), []);
    await settleTurns();
    expect(listeners()).toBe(1);
    test.reader.stop();
    await settleTurns();
    expect(listeners()).toBe(0);
    test.reader.expect(at(0), each(10));
    controller.abort(reason);
    await settleTurns();
    expect(listeners()).toBe(0);
  });
});
