import { createCargo } from "@agent-chats/client/cargo";
import { createInvent } from "@agent-chats/client/invent";
import { createEmulator } from "@agent-chats/emulator";
import { afterEach, describe, expect, it, vi } from "vitest";
import { explainReceipt } from "./explain-receipt.ts";
import { createRecorder } from "./recorder.ts";
import { noteOf, placeOf, statusOf } from "./request-words.ts";
import { toLanes } from "./timeline-model.ts";
import { type Trace, type TracedRequest, toTally, toWaitedMs } from "./trace.ts";

const clock = () => new Date("2026-11-20T12:00:00Z");
afterEach(() => vi.unstubAllGlobals());

/** A recorder that tells at once, and an emulator where the browser's `fetch` would be. */
function prepare(options: Parameters<typeof createEmulator>[0] = {}) {
  const emulator = createEmulator({ seed: 7, chats: 200, clock, ...options });
  vi.stubGlobal("fetch", (request: Request) => emulator.fetch(request));
  const recorder = createRecorder((tell) => tell());
  const trace = recorder.begin("test", "Test");
  const client = { token: emulator.token, ...trace.watch() };
  const requests = () => recorder.read()[0]?.requests ?? [];
  return { emulator, recorder, trace, client, requests };
}

describe("a trace", () => {
  it("has every request of a walk, with what came and what the walk made of it; its sums are those of the receipt", async () => {
    const { emulator, client, trace, requests, recorder } = prepare();
    emulator.dials.invent.listOrgChats = { order: { by: "updated" }, churn: { inserts: 1, updates: 2, deletes: 3 } };
    const walk = createInvent({ ...client })
      .chats.list({ org_id: "c" }, { pageSize: 20 })
      .walk();
    trace.follow(() => walk.receipt);
    for await (const _ of walk);
    trace.end();
    const { receipt } = walk;
    const tally = toTally(recorder.read()[0] as never);
    expect(tally).toMatchObject({ requests: receipt.requests, bytes: receipt.bytes, repeats: receipt.duplicates });
    expect(tally.rows - tally.repeats).toBe(receipt.items);
    expect(tally.repairs).toBe(receipt.gapsRepaired);
    expect(requests().reduce((sum, { headWalks }) => sum + headWalks, 0)).toBe(receipt.headWalks);
    expect(receipt.gapsRepaired + receipt.headWalks).toBeGreaterThan(0);
    expect(requests().every(({ state, page }) => state === "answered" && page)).toBe(true);
    expect(requests().map(({ number }) => number)).toEqual(requests().map((_, index) => index + 1));
    expect(recorder.read()[0]).toMatchObject({ state: "done", receipt });
  });

  it("tells walks apart that read ahead, whatever order the answers have", async () => {
    const { client, requests } = prepare();
    const listing = createCargo({ ...client }).chats.list({}, { pageSize: 20, readAhead: 4 });
    expect(await listing.toArray()).toHaveLength(200);
    // Each request begins with the last item of the one before it: one is dropped of each but the first.
    const looked = requests().filter(({ page, rows }) => page && rows === 20);
    expect(looked.map(({ asked, rows = 0, page }) => [asked.start, rows - (page?.given ?? 0)])).toEqual(
      looked.map((_, index) => [index * 19, index === 0 ? 0 : 1]),
    );
    const given = requests().reduce((sum, { page }) => sum + (page?.given ?? 0), 0);
    expect(given).toBe(200);
  });

  it("counts how often a request is sent, with the status of each time", async () => {
    const { emulator, client, requests } = prepare();
    emulator.faults.cargo.listChats = [{ kind: "status", status: 429, retryAfter: "0.01" }, { kind: "reset" }];
    await createCargo({ ...client, retry: { minDelayMs: 1 } })
      .chats.list()
      .page();
    const [request] = requests();
    expect(requests()).toHaveLength(1);
    expect(request?.tries.map(({ outcome }) => outcome)).toEqual(["429", "connection", "200"]);
    expect(noteOf(request as TracedRequest)).toMatch(/^429, sent again after .*; connection, sent again after /);
    expect(statusOf(request as TracedRequest)).toBe("200");
  });

  it("has what failed with the client's words, and what was left as left", async () => {
    const { emulator, client, requests } = prepare();
    emulator.faults.cargo.listChats = [{ kind: "html" }, { kind: "hang" }];
    const { chats } = createCargo({ ...client });
    await expect(chats.list().page()).rejects.toThrow("HTML");
    expect(requests()[0]).toMatchObject({ state: "failed", problem: expect.stringContaining("a page of HTML") });
    const controller = new AbortController();
    const reading = chats.list({}, { signal: controller.signal }).page();
    await vi.waitFor(() => expect(requests()).toHaveLength(2));
    controller.abort(new Error("gone"));
    await expect(reading).rejects.toThrow("gone");
    expect(requests()[1]).toMatchObject({ state: "left" });
  });
});

describe("the words of a request", () => {
  it("are places, or the range of time that was asked for", async () => {
    const { client, requests } = prepare();
    await createCargo({ ...client })
      .chats.list({}, { consistency: "exact", pageSize: 50 })
      .toArray();
    expect(placeOf(requests()[0] as TracedRequest)).toBe("0 – 49");
    expect(
      requests()
        .slice(1)
        .every((request) => /^(since|before|[A-Z][a-z]{2} )/.test(placeOf(request))),
    ).toBe(true);
  });
});

describe("the timeline", () => {
  const request = (start: number, rows: number, given: number, number = 1): TracedRequest => ({
    ...{ number, vendor: "invent", operation: "listOrgChats", atMs: 0, state: "answered", bytes: 0, repairs: 0 },
    ...{ headWalks: 0, tries: [{}], rows, page: { given, total: 100 }, asked: { list: "/x", start, size: 50 } },
  });

  it("puts each request where it lies in the list, with the share that was dropped before what is given", () => {
    const [lane] = toLanes([request(0, 50, 50), request(40, 50, 40, 2)]);
    expect(lane?.bars).toEqual([
      expect.objectContaining({ from: 0, fresh: 0, to: 0.5 }),
      expect.objectContaining({ from: 0.4, to: 0.9, fresh: expect.closeTo(0.5) }),
    ]);
    expect(lane?.ticks).toEqual(["0", "50", "100"]);
  });

  it("has one axis for all traces of a list, so that an end that came too early shows", () => {
    const short = { ...request(0, 30, 30), page: { given: 30 } };
    expect(toLanes([short])[0]?.bars[0]?.to).toBe(1);
    expect(toLanes([short], [short, request(0, 50, 50)])[0]?.bars[0]?.to).toBe(0.3);
  });
});

describe("the time waited", () => {
  it("counts requests under way at once one time, with their pauses, and nothing between them", () => {
    const of = (atMs: number, ...tries: TracedRequest["tries"]) => ({ atMs, tries });
    const requests = [of(0, { durationMs: 10 }), of(5, { durationMs: 15, pauseMs: 5 }, { durationMs: 5 }), of(100, {})];
    expect(toWaitedMs({ requests } as unknown as Trace)).toBe(30);
    expect(toWaitedMs({ requests: [...requests, of(60, { durationMs: 7 })] } as unknown as Trace)).toBe(37);
  });
});

describe("the receipt in words", () => {
  it("never says that all is there where the walk does not", () => {
    const base = { walk: "forward", order: undefined, stopReason: "empty" } as const;
    const of = (receipt: object) => explainReceipt({ ...base, ...receipt } as never);
    expect(of({ complete: true }).label).toBe("Complete");
    expect(of({ complete: "unknown" })).toMatchObject({ label: "Unknown", why: expect.stringContaining("no order") });
    expect(of({ complete: "unknown", stopReason: "restless" }).why).toContain("faster than it could be read");
    expect(of({ complete: false, stopReason: undefined }).label).toBe("Under way");
    expect(of({ complete: false, stopReason: "return" })).toMatchObject({ label: "Not complete" });
  });
});
