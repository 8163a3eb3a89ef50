import { expect, test } from "vitest";
import { complaintsIn } from "../src/complaints.ts";

test("Prism's ordinary work is no complaint", () => {
  const output = [
    "[6:53:00 AM] › [CLI] …  awaiting  Starting Prism…",
    "[6:53:00 AM] › [CLI] ℹ  info      POST       http://127.0.0.1:4555/ai/chats",
    "[6:53:00 AM] › [CLI] ▶  start     Prism is listening on http://127.0.0.1:4555",
    "[6:53:03 AM] › [HTTP SERVER] get /ai/chats/list ℹ  info      Request received",
    "[6:53:03 AM] ›     [VALIDATOR] ✔  success   The request passed the validation rules.",
    "",
  ];
  expect(complaintsIn(output)).toEqual([]);
});

test("warnings, errors, violations and everything that is not known are complaints", () => {
  const output = [
    "[6:53:03 AM] ›     [VALIDATOR] ⚠  warning   Request did not pass the validation rules",
    "[6:53:03 AM] ›     [VALIDATOR] ✖  error     Violation: request.query.take must be <= 100",
    '[6:56:22 AM] › [CLI] ✖  fatal     Error opening file "none.yaml"',
    'unknown format "uuid" ignored in schema at path "#/properties/id"',
    "    at ReadFileContext.callback (/lib/resolvers/file.js:52:20)",
  ];
  expect(complaintsIn(output)).toEqual(output);
});
