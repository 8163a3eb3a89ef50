import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toCsvLine } from "./csv.ts";
import { toJsonLine } from "./jsonl.ts";
import { isComplete } from "./manifest.ts";
import { runExport } from "./run-export.ts";
import { createSha256 } from "./sha256.ts";
import type { Sink } from "./sink.ts";
import type { ExportSource } from "./source.ts";

describe("a line of CSV", () => {
  it("is that of RFC 4180", () => {
    expect(toCsvLine(["a", "b c", 1.5, true, null, undefined, ""])).toBe("a,b c,1.5,true,,,\r\n");
    expect(toCsvLine(['say "hi"', "a,b", "two\r\nlines", "two\nlines"])).toBe(
      '"say ""hi""","a,b","two\r\nlines","two\nlines"\r\n',
    );
  });

  it("holds no formula, whatever its sign, and leaves numbers alone", () => {
    for (const sign of ["=", "+", "-", "@", "＝", "＋", "－", "＠"]) {
      expect(toCsvLine([`${sign}1`])).toBe(`'${sign}1\r\n`);
    }
    expect(toCsvLine(["\t=1"])).toBe("'\t=1\r\n");
    expect(toCsvLine(["\r=1"])).toBe(`"'\r=1"\r\n`);
    expect(toCsvLine(["\n=1"])).toBe(`"'\n=1"\r\n`);
    expect(toCsvLine(['=HYPERLINK("https://evil.example","Refund")'])).toBe(
      `"'=HYPERLINK(""https://evil.example"",""Refund"")"\r\n`,
    );
    expect(toCsvLine([-5, "a=1", "5-3"])).toBe("-5,a=1,5-3\r\n");
  });
});

describe("a line of JSON Lines", () => {
  it("is one line, whatever the chat holds", () => {
    const chat = { title: "two\nlines\u2028and\u2029more", nothing: undefined };
    expect(toJsonLine(chat).split("\n")).toEqual([expect.any(String), ""]);
    expect(JSON.parse(toJsonLine(chat))).toEqual({ title: chat.title });
    expect(toJsonLine(undefined)).toBe("null\n");
  });
});

describe("the hash", () => {
  it("is that of Node, for every length around the ends of its blocks, in whatever pieces", () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
      const hash = createSha256();
      for (let at = 0; at < length; at += 1 + (length % 17)) hash.update(bytes.subarray(at, at + 1 + (length % 17)));
      expect(hash.digest(), `${length} bytes`).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
  });
});

describe("whether an export is complete", () => {
  it("is as sure as the least sure of its walks", () => {
    const of = (...words: (boolean | "unknown")[]) => isComplete(words.map((complete) => ({ vendor: "x", complete })));
    expect(of(true, true)).toBe(true);
    expect(of(true, "unknown")).toBe("unknown");
    expect(of("unknown", false, true)).toBe(false);
    expect(of()).toBe(false);
  });
});

/** A source of numbers, and a sink that keeps what it gets. */
function prepare(count: number, options: { failAt?: number } = {}) {
  const source: ExportSource<number> = {
    name: "numbers",
    query: { view: "Numbers", address: "?x", filters: { x: 1 } },
    columns: ["Number"],
    toCells: (item) => [item],
    toJson: (item) => ({ item }),
    open: () => ({
      async *[Symbol.asyncIterator]() {
        for (let item = 0; item < count; item++) {
          if (item === options.failAt) throw new Error("the vendor is down");
          yield item;
        }
      },
      receipts: () => [{ vendor: "x", complete: true }],
      leftOut: () => [],
    }),
  };
  const pieces: Uint8Array[] = [];
  const ends: string[] = [];
  const sink: Sink = {
    write: async (bytes) => void pieces.push(bytes),
    close: async () => void ends.push("close"),
    abort: async () => void ends.push("abort"),
  };
  const text = () => Buffer.concat(pieces).toString();
  return { source, sink, pieces, ends, text };
}

describe("an export", () => {
  const moment = new Date("2026-11-20T12:00:00Z");
  const common = { format: "csv", file: "numbers.csv", now: () => moment } as const;

  it("is written in pieces, and its manifest tells what was written", async () => {
    const { source, sink, pieces, ends, text } = prepare(50_000);
    const seen: number[] = [];
    const { signal } = new AbortController();
    const manifest = await runExport({ ...common, source, sink, signal, onProgress: ({ rows }) => seen.push(rows) });
    expect(text()).toBe(`Number\r\n${Array.from({ length: 50_000 }, (_, index) => `${index}\r\n`).join("")}`);
    expect(pieces.length).toBeGreaterThan(4);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
    expect(seen).toEqual(seen.toSorted((left, right) => left - right));
    expect(seen.at(-1)).toBe(50_000);
    expect(manifest).toEqual({
      ...source.query,
      file: "numbers.csv",
      format: "csv",
      startedAt: moment.toISOString(),
      endedAt: moment.toISOString(),
      rows: 50_000,
      bytes: text().length,
      sha256: createHash("sha256").update(text()).digest("hex"),
      complete: true,
      walks: [{ vendor: "x", complete: true }],
      leftOut: [],
    });
    expect(ends).toEqual(["close"]);
  });

  it("that is cancelled or fails leaves no file", async () => {
    const cancelled = prepare(50_000);
    const controller = new AbortController();
    const running = runExport({
      ...common,
      source: cancelled.source,
      sink: cancelled.sink,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error("not wanted")),
    });
    await expect(running).rejects.toThrow("not wanted");
    expect([cancelled.ends, cancelled.pieces.length]).toEqual([["abort"], 1]);

    const failing = prepare(10, { failAt: 5 });
    const { source, sink } = failing;
    const { signal } = controller.signal.aborted ? new AbortController() : controller;
    await expect(runExport({ ...common, source, sink, signal, onProgress: () => {} })).rejects.toThrow("is down");
    expect(failing.ends).toEqual(["abort"]);
  });
});
