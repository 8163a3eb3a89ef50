import { describe, expect, it } from "vitest";
import { isNarrower } from "../web/query/narrower.ts";
import { parseQuery } from "../web/query/parse.ts";
import { printTerms } from "../web/query/print.ts";
import { suggest } from "../web/query/suggest.ts";
import { addTerm, removeTerm, replaceKey, type Terms } from "../web/query/terms.ts";
import { readMoment, toEnd, toStart } from "../web/query/times.ts";
import { toFilter } from "../web/query/to-filter.ts";

const nowMs = Date.parse("2026-11-20T12:00:00Z");
const wanted = (key: string, value: string) => ({ key, value, isNot: false });
const unwanted = (key: string, value: string) => ({ key, value, isNot: true });

describe("what is typed", () => {
  it("is read as terms and text", () => {
    expect(parseQuery('vendor:invent state:open,failed -channel:gmail since:7d "refund now"')).toEqual({
      terms: [
        wanted("vendor", "invent"),
        wanted("state", "open"),
        wanted("state", "failed"),
        unwanted("channel", "gmail"),
        wanted("since", "7d"),
        wanted("text", "refund now"),
      ],
      problems: [],
    });
  });

  it("is written as it is read, whatever the values hold", () => {
    const hostile = ["a b", "a,b", "-x", "state:open", "ü", "a:b:c", "x", "it's", "‮evil"];
    const lists: Terms[] = hostile.flatMap((value) => [
      [wanted("agent", value), unwanted("trigger", value)],
      [wanted("text", value)],
      [wanted("agent", value), wanted("agent", "other"), wanted("text", `${value} ${value}`)],
    ]);
    for (const terms of lists)
      expect(parseQuery(printTerms(terms)), printTerms(terms)).toEqual({ terms, problems: [] });
  });

  it("is told about where it is not understood, and the rest of it counts", () => {
    const told: Record<string, RegExp> = {
      "sate:open": /There is no filter “sate”\. There are vendor, state, .* Quotes search for it as text\./,
      "https://x.example": /There is no filter “https”/,
      "state:opn": /“state” has no “opn”; there are open, snoozed, closed, running, done, failed, cancelled/,
      "since:soon": /“since” takes an age such as 30m, 24h, 7d or 2w/,
      "since:2026-02-30": /“since” takes/,
      "-since:7d": /“since” cannot be excluded: it is a range/,
      "-unread:yes": /turned round: unread:no/,
      "cost:>5": /“cost” takes a number .* bounds belong to it/,
      "cost:9..3": /“cost” takes a number/,
      "since:7d since:8d": /“since” is given twice; 7d counts/,
      "agent:": /“agent” needs a value/,
      "-word": /Text cannot be excluded/,
      '"open': /The quotation mark before “open” is never closed/,
      "constructor:x": /There is no filter “constructor”/,
    };
    for (const [text, problem] of Object.entries(told)) {
      const parsed = parseQuery(`vendor:cargo ${text}`);
      expect(parsed.problems, text).toEqual([expect.stringMatching(problem)]);
      expect(parsed.terms, text).toContainEqual(wanted("vendor", "cargo"));
    }
  });

  it("becomes what the client is asked for", () => {
    const { terms } = parseQuery("state:open -vendor:cargo unread:no cost:>=5 score:0.2..0.8 since:7d until:24h help");
    expect(toFilter(terms, nowMs)).toEqual({
      state: ["open"],
      unread: false,
      cost: { from: 5 },
      score: { from: 0.2, to: 0.8 },
      created: { from: new Date("2026-11-13T12:00:00Z"), before: new Date("2026-11-19T12:00:00Z") },
      text: "help",
      not: { vendor: ["cargo"] },
    });
  });
});

describe("terms", () => {
  it("replace what they contradict", () => {
    const terms = [wanted("state", "open"), wanted("since", "7d")];
    expect(addTerm(terms, unwanted("state", "open"))).toEqual([wanted("since", "7d"), unwanted("state", "open")]);
    expect(addTerm(terms, wanted("since", "24h"))).toEqual([wanted("state", "open"), wanted("since", "24h")]);
    expect(removeTerm(terms, wanted("state", "open"))).toEqual([wanted("since", "7d")]);
    expect(replaceKey(terms, "state", [wanted("state", "done")])[0]).toEqual(wanted("state", "done"));
  });
});

describe("a filter within another", () => {
  it("is one that asks for more, or for fewer values", () => {
    const isWithin = (text: string, than: string) => isNarrower(parseQuery(text).terms, parseQuery(than).terms);
    expect(isWithin("state:open vendor:invent", "")).toBe(true);
    expect(isWithin("state:open since:7d", "state:open,failed since:7d")).toBe(true);
    expect(isWithin("refunds -state:closed", "refund")).toBe(true);
    expect(isWithin("-state:closed -state:done", "-state:closed")).toBe(true);
    for (const [text, than] of [
      ["state:open,failed", "state:open"],
      ["", "state:open"],
      ["since:30d", "since:7d"],
      ["ref", "refund"],
      ["state:open", "-state:closed"],
      ["-vendor:cargo", "-vendor:cargo -vendor:invent"],
    ] as const) {
      expect(isWithin(text, than), `${text} in ${than}`).toBe(false);
    }
  });
});

describe("moments", () => {
  it("of days are midnights of the reader, and what ends with a day has all of it", () => {
    const moment = readMoment("2026-11-01");
    if (!moment) throw new Error("no moment");
    expect(toStart(moment, nowMs)).toEqual(new Date(2026, 10, 1));
    expect(toEnd(moment, nowMs)).toEqual(new Date(2026, 10, 2));
  });

  it("that are ages count from now, and today from its midnight", () => {
    const now = new Date(2026, 10, 20, 0, 30).getTime();
    const start = (text: string) => toStart(readMoment(text) ?? { kind: "ago", ms: Number.NaN }, now);
    expect(start("2h")).toEqual(new Date(2026, 10, 19, 22, 30));
    expect(start("1w")).toEqual(new Date(now - 7 * 86_400_000));
    expect(start("today")).toEqual(new Date(2026, 10, 20));
    expect(start("yesterday")).toEqual(new Date(2026, 10, 19));
  });

  it("have an offset, or are none", () => {
    expect(readMoment("2026-11-01T10:00:00+02:00")).toEqual({ kind: "instant", ms: Date.UTC(2026, 10, 1, 8) });
    for (const text of ["2026-11-01T10:00:00", "7", "7x", "-7d", "11/01/2026", ""]) {
      expect(readMoment(text), text).toBeUndefined();
    }
  });
});

describe("suggestions", () => {
  const facets = [
    { value: "open", label: "Open", count: 3 },
    { value: "failed", label: "Failed", count: 0 },
  ];
  const texts = (text: string, caret = text.length) => suggest(text, caret, () => facets).map((each) => each.text);

  it("complete the key or the value at the caret, and nothing else", () => {
    expect(texts("st")).toEqual(["state:"]);
    expect(texts("-ch")).toEqual(["-channel:"]);
    expect(texts("state:o refund", 7)).toEqual(["state:open refund"]);
    expect(texts("state:open,")).toEqual(["state:open,failed "]);
    expect(texts("unread:")).toEqual(["unread:yes ", "unread:no "]);
  });

  it("end where what is typed is complete", () => {
    expect(texts("state:open")).toEqual([]);
    expect(texts("cost:")).toEqual([]);
  });
});
