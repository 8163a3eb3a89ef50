import { describe, expect, it } from "vitest";
import { parseOptions } from "../server/command-line.ts";
import type { DemoInfo } from "../server/info.ts";
import { showTime } from "../web/format/time.ts";
import { labelOf, toShortId } from "../web/format/words.ts";
import { readAddress, writeAddress } from "../web/model/address.ts";
import { clearValues, dayOf, type FilterField, readValues } from "../web/model/filters.ts";
import { addPage, describeCount, noPages, type Pages } from "../web/model/pages.ts";
import { createViews } from "../web/vendors/registry.ts";

const fields: readonly FilterField[] = [
  { kind: "search", name: "name", label: "Name" },
  { kind: "choices", name: "status", label: "Status", options: { ok: "Ok", bad: "Bad" } },
  { kind: "choice", name: "agent", label: "Agent", options: { a: "A", b: "B" }, isRequired: true },
  { kind: "day", name: "after", label: "After", group: "Created", short: "After" },
];

describe("filters in an address", () => {
  it("are read by their names; what no control could have written is left out", () => {
    const query = "name=x&status=ok&status=bad&status=evil&agent=b&after=2026-02-30&other=1&constructor=1";
    expect(readValues(fields, new URLSearchParams(query))).toEqual({
      name: ["x"],
      status: ["ok", "bad"],
      agent: ["b"],
    });
  });

  it("that are required have a value always, and stay when all are cleared", () => {
    expect(readValues(fields, new URLSearchParams("agent=nobody"))).toEqual({ agent: ["a"] });
    expect(clearValues(fields, { name: ["x"], agent: ["b"] })).toEqual({ agent: ["b"] });
  });

  it("take a day as the reader's own, not as one of UTC", () => {
    expect(dayOf({ after: ["2026-11-01"] }, "after")).toEqual(new Date(2026, 10, 1));
  });

  it("are written as they are read", () => {
    const info: DemoInfo = {
      backend: "emulator",
      vendors: [
        { id: "cargo", title: "Cargo" },
        { id: "invent", title: "Invent" },
      ],
      cotool: { agents: [] },
    };
    const [first, ...others] = createViews("http://demo.example", info);
    if (!first) throw new Error("no view");
    const query = "?vendor=cargo&name=a+b&messageStatuses=error&messageStatuses=success&createdAfter=2026-11-01";
    expect(writeAddress(readAddress(query, [first, ...others]))).toBe(query);
    expect(writeAddress(readAddress("?vendor=nobody", [first, ...others]))).toBe("?vendor=cargo");
  });
});

describe("pages", () => {
  const page = (ids: string[], total?: number, cursor?: string) => ({
    items: ids.map((id) => ({ id })),
    total: total === undefined ? ({ kind: "unknown" } as const) : ({ kind: "exact", value: total } as const),
    cursor,
  });

  it("hold each item once", () => {
    const pages = addPage(addPage(noPages, page(["a", "b"], 4, "c")), page(["b", "c"], 4));
    expect(pages.items.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("go on from any list, whichever was gone on from before", () => {
    const first = addPage(noPages, page(["a", "b"], 4, "c"));
    const ids = ({ items }: Pages<{ id: string }>) => items.map(({ id }) => id);
    expect(ids(addPage(first, page(["b", "c"], 4)))).toEqual(["a", "b", "c"]);
    expect(ids(addPage(first, page(["d", "c"], 4)))).toEqual(["a", "b", "d", "c"]);
    expect(ids(first)).toEqual(["a", "b"]);
  });

  it("say how many there are, and how sure that is", () => {
    const of = (pages: Pages<unknown>) => describeCount(pages, "chats");
    expect(of(noPages)).toBe("Loading chats");
    expect(of({ ...noPages, status: "failed" })).toBe("No chats loaded");
    expect(of(addPage(noPages, page([])))).toBe("No chats");
    expect(of(addPage(noPages, page(["a"], 2000, "c")))).toBe("1 of 2,000 chats");
    expect(of(addPage(noPages, page(["a"], undefined, "c")))).toBe("1 loaded, more may follow");
    expect(of(addPage(noPages, page(["a"])))).toBe("1 chats, all loaded");
    expect(of(addPage(noPages, page(["a", "b"], 1)))).toBe("2 loaded, 1 chats now");
  });
});

describe("words", () => {
  const nowMs = Date.parse("2026-11-20T12:00:00Z");

  it("for a time are relative, and none for what is no time", () => {
    expect(showTime("2026-11-20T09:00:00Z", nowMs)?.short).toBe("3h ago");
    expect(showTime("2026-11-20T11:59:40Z", nowMs)?.short).toBe("now");
    expect(showTime("soon", nowMs)).toBeUndefined();
    expect(showTime(null, nowMs)).toBeUndefined();
  });

  it("for a date are the same day in every time zone", () => {
    expect(showTime("2026-11-18", nowMs)?.short).toBe("Nov 18, 2026");
  });

  it("for a value are those of the list, or the value itself where the list does not know it", () => {
    expect(labelOf({ error: "Error" }, "error")).toBe("Error");
    expect(labelOf({}, "paused_by_user")).toBe("Paused by user");
    expect(labelOf({}, "constructor")).toBe("Constructor");
  });

  it("for an identifier are its beginning", () => {
    expect(toShortId("90b7d9af-71e1-4f0b-a3bc-9d3f3a0d8c55")).toBe("90b7d9af");
  });
});

describe("the command line", () => {
  it("has a default for everything", () => {
    expect(parseOptions([])).toEqual({ port: 4000, host: "127.0.0.1", chats: 2000, seed: 1, dev: false });
    expect(parseOptions(["--", "--port", "0", "--dev"])).toMatchObject({ port: 0, dev: true });
  });

  it("refuses what makes no sense, by name", () => {
    expect(() => parseOptions(["--port", "70000"])).toThrow("--port must be a whole number from 0 to 65535");
    expect(() => parseOptions(["--chats", "-1"])).toThrow("--chats");
    expect(() => parseOptions(["--prot", "1"])).toThrow("--prot");
  });
});
