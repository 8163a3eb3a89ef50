import { describe, expect, test } from "vitest";
import { missingIn, type Run } from "../src/coverage.ts";
import { toPrefer } from "../src/prefer.ts";
import type { Spec, SpecOperation } from "../src/specs.ts";

const listNotes: SpecOperation = {
  vendor: "cargo",
  id: "listNotes",
  method: "GET",
  path: "/books/{book}/notes",
  parameters: [],
  body: {},
  bodyExamples: [],
  pagination: undefined,
  answers: [
    {
      status: 200,
      headers: {},
      headerSchemas: {},
      mediaTypes: [],
      examples: [
        { name: "first", value: [1] },
        { name: "empty", value: [] },
      ],
    },
    { status: 429, headers: {}, headerSchemas: {}, mediaTypes: [], examples: [{ name: "tooMany", value: "" }] },
  ],
};
const spec: Spec = { vendor: "cargo", file: "", server: "", operations: [listNotes] };

const asked = (status: number, example: string, answered = status): Run["exchanges"][number] => ({
  method: "GET",
  url: "http://prism.example/books/7/notes?limit=1",
  headers: { prefer: toPrefer(status, example) },
  status: answered,
});
const everything = [asked(200, "first"), asked(200, "empty"), asked(429, "tooMany")];
const cases = ["listNotes"];

describe("coverage", () => {
  test("misses nothing where everything was asked for", () => {
    expect(missingIn({ spec, cases, exchanges: everything })).toEqual([]);
  });

  test("names an operation without a case", () => {
    expect(missingIn({ spec, cases: ["listBooks"], exchanges: everything })).toEqual(["cargo listNotes has no case"]);
  });

  test("names an example that was never asked for", () => {
    const exchanges = [asked(200, "first"), asked(429, "tooMany")];
    expect(missingIn({ spec, cases, exchanges })).toEqual(["cargo listNotes 200 empty was never asked for"]);
  });

  test("names a status that was never asked for, with its examples", () => {
    const exchanges = [asked(200, "first"), asked(200, "empty")];
    const expected = ["cargo listNotes 429 was never asked for", "cargo listNotes 429 tooMany was never asked for"];
    expect(missingIn({ spec, cases, exchanges })).toEqual(expected);
  });

  test("names a status that has no example", () => {
    const answers = [
      ...listNotes.answers,
      { status: 502, headers: {}, headerSchemas: {}, mediaTypes: [], examples: [] },
    ];
    const wider = { ...spec, operations: [{ ...listNotes, answers }] };
    const expected = ["cargo listNotes 502 was never asked for"];
    expect(missingIn({ spec: wider, cases, exchanges: everything })).toEqual(expected);
  });

  test("does not count an answer of another status than the one asked for", () => {
    const exchanges = [asked(200, "first"), asked(200, "empty"), asked(429, "tooMany", 200)];
    expect(missingIn({ spec, cases, exchanges })).toHaveLength(2);
  });

  test("does not count an example that was asked for under another status", () => {
    const exchanges = [...everything.slice(1), asked(429, "first", 200)];
    expect(missingIn({ spec, cases, exchanges })).toEqual(["cargo listNotes 200 first was never asked for"]);
  });

  test("does not count a request that asked for nothing, or that went elsewhere", () => {
    const plain = { ...asked(200, "first"), headers: {} };
    const elsewhere = { ...asked(200, "first"), url: "http://prism.example/books/7/notes/1" };
    const otherMethod = { ...asked(200, "first"), method: "POST" };
    const exchanges = [...everything.slice(1), plain, elsewhere, otherMethod];
    expect(missingIn({ spec, cases, exchanges })).toEqual(["cargo listNotes 200 first was never asked for"]);
  });
});
