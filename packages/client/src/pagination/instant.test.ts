import { expect, test } from "vitest";
import { instantOf } from "./instant.ts";

const noon = Date.UTC(2026, 10, 1, 12);

test.each([
  ["a Date", new Date(noon), noon],
  ["a time in UTC", "2026-11-01T12:00:00.000Z", noon],
  ["a time with its zone", "2026-11-01T14:00+02:00", noon],
  ["small letters", "2026-11-01t12:00:00z", noon],
  ["a day", "2026-11-01", Date.UTC(2026, 10, 1)],
])("%s is a moment", (_, value, expected) => expect(instantOf(value)).toBe(expected));

test.each([
  ["a time without a zone, which is another one elsewhere", "2026-11-01T12:00:00"],
  ["ISO 8601's basic form, which the platform does not read", "20261101T120000Z"],
  ["words", "Nov 1, 2026 12:00 UTC"],
  ["a day that there is not", "2026-13-01"],
  ["a Date that holds no time", new Date(Number.NaN)],
  ["nothing", undefined],
  ["a number", noon],
])("%s is none", (_, value) => expect(instantOf(value)).toBeNaN());
