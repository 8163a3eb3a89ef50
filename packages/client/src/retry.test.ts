import { describe, expect, test, vi } from "vitest";
import { describeWait, readRetryAfter } from "./retry.ts";

test("a wait is told in seconds below two minutes, and in minutes from there", () => {
  expect([1, 1000, 1001, 119_000, 119_001, 120_001].map(describeWait)).toEqual([
    "1 s",
    "1 s",
    "2 s",
    "119 s",
    "2 minutes",
    "3 minutes",
  ]);
});

describe("Retry-After", () => {
  const date = "Tue, 24 Nov 2026 08:00:00 GMT";
  const read = (value: string, now?: string) =>
    readRetryAfter(new Headers({ "retry-after": value, ...(now && { date: now }) }));

  test("as a date goes by the clock of the response, and by ours where it tells none", () => {
    expect(read(date, "Tue, 24 Nov 2026 07:59:50 GMT")).toBe(10_000);
    expect(read(date, date)).toBe(0);
    expect(read(date, "Tue, 24 Nov 2026 08:00:01 GMT")).toBeUndefined();
    vi.useFakeTimers({ now: new Date("2026-11-24T07:59:40Z"), toFake: ["Date"] });
    expect([read(date), read(date, "today")]).toEqual([20_000, 20_000]);
    vi.useRealTimers();
  });

  test("that is not there says nothing", () => {
    expect(readRetryAfter(new Headers())).toBeUndefined();
  });

  test("as a date is in UTC in each of its forms", () => {
    for (const same of ["Tuesday, 24-Nov-26 08:00:00 GMT", "Tue Nov 24 08:00:00 2026"]) {
      expect(read(same, "Tue, 24 Nov 2026 07:59:50 GMT")).toBe(10_000);
    }
  });

  test.each(["Dec 2999", "Tue, 24 Nov 2999", "Tue, 24 Nov 2999 08:00:00 +0100", "2999-11-24T08:00:00Z", "-5"])(
    "of %j is no date",
    (value) => expect(read(value)).toBeUndefined(),
  );
});
