import { describe, expect, test } from "vitest";
import { cut, describeValue, isWord, showWord } from "./sample.ts";

describe("a word", () => {
  test.each([
    ...[
      "uuid",
      "createdAt",
      "created_at",
      "CREATED",
      "s3Filename",
      "oauth2Token",
      "x-cotool",
      "source-url",
      "$ref",
      "_id",
    ],
    ...["isOnAPath", "internationalization", "web_extension", "whatsapp_bot", "gpt-4.1", "text.delta", "@type"],
  ])("is what a programmer chose: %s", (text) => {
    expect(isWord(text)).toBe(true);
  });

  test.each([
    ...["", "two words", "ann@example.com", "41870233", "user_12345", "550e8400-e29b-41d4-a716-446655440000"],
    ...["QWxhZGRpbjpvcGVuIHNlc2FtZQ", "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0.Zm9v", "sk-proj-Zx81Qm2LpA0Vt7Yd"],
    ...[
      "deadbeefcafebabedeadbeef",
      "aBcDeFgHiJkLmNoPqRsT",
      "one_two_three_four_five_six_seven_eight_nine",
      "x".repeat(41),
      "https://example.com",
      "\u001b[2J",
      "päss",
      "__proto__",
    ],
  ])("is not %j", (text) => {
    expect(isWord(text)).toBe(false);
    expect(showWord(text)).not.toContain(text || "''");
  });
});

describe("a value", () => {
  test.each([
    ["Ann", "string of 3 characters"],
    ["A", "string of 1 character"],
    ["", "empty string"],
    [7, "integer"],
    [7.5, "number"],
    [true, "boolean"],
    [null, "null"],
    [["Ann"], "array of 1 item"],
    [{ name: "Ann" }, "object"],
    [undefined, "undefined"],
  ])("is described by its type: %j", (value, words) => {
    expect(describeValue(value)).toBe(words);
  });

  test("is shown where it is a word", () => {
    expect([showWord("paused"), showWord(false), showWord(7)]).toEqual(['"paused"', "false", "integer"]);
  });

  test("is cut at eighty characters", () => {
    expect(cut("x".repeat(80))).toHaveLength(80);
    expect(cut("x".repeat(81))).toBe(`${"x".repeat(79)}…`);
  });
});
