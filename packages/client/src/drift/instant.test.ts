import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formOf, isUnixTime } from "./instant.ts";

describe("the form of a text", () => {
  test.each([
    ["2026-11-18T08:41:07.590Z", "date-time"],
    ["2026-11-18T08:41:07Z", "date-time"],
    ["2026-11-18t08:41:07.590123z", "date-time"],
    ["2026-11-18T08:41:07+01:00", "date-time"],
    ["2026-11-18", "date"],
    ["2026-11-18T08:41:07", "date-time without an offset"],
    ["2026-13-18", "string of 10 characters"],
    ["2026-13-18T08:41:07.590Z", "string of 24 characters"],
    ["2026-11-18T24:41:07.590Z", "string of 24 characters"],
    ["2026-11-18T08:61:07.590Z", "string of 24 characters"],
    ["2026-00-18T08:41:07.590Z", "string of 24 characters"],
    ["2026-11-32T08:41:07.590Z", "string of 24 characters"],
    ["2026-11-18 08:41:07Z", "date or time of another form"],
    ["18 Nov 2026", "date or time of another form"],
    ["1763455267", "Unix time in a string"],
    ["1763455267590", "Unix time in a string"],
    ["", "empty string"],
    ["tomorrow", "string of 8 characters"],
    [`2026-11-18T08:41:07.${"5".repeat(1000)}Z`, "string of 1021 characters"],
  ])("of %s is %s", (text, form) => {
    expect(formOf(text)).toBe(form);
  });

  test("of every date that JavaScript writes is a date-time, and its day is a date", () => {
    const days = fc.date({ min: new Date("1970-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        expect(formOf(day.toISOString())).toBe("date-time");
        expect(formOf(day.toISOString().slice(0, 10))).toBe("date");
      }),
    );
  });

  test("of a number can be a Unix time", () => {
    expect([1763455267, 1763455267590].map(isUnixTime)).toEqual([true, true]);
    expect([0, 2026, 20261118, -1763455267, Number.NaN].some(isUnixTime)).toBe(false);
  });
});
