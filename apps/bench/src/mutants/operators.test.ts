import { describe, expect, test } from "vitest";
import { mutate, mutationsOf } from "./operators.ts";

/** The module with each of its mutations. */
const mutantsOf = (text: string) => mutationsOf(text).map((mutation) => mutate(text, mutation));

describe("a mutation", () => {
  test.each([
    ["f(a < b)", ["f(a <= b)"]],
    ["f(a >= b)", ["f(a > b)"]],
    ["f(a !== b)", ["f(a === b)"]],
    ["f(a + b - c)", ["f(a - b - c)", "f(a + b + c)"]],
    ["f(a && b || c)", ["f(a || b || c)", "f(a && b && c)"]],
    ["f(Math.max(a, b))", ["f(Math.min(a, b))"]],
    ["f(true)", ["f(false)"]],
    ["f(!a, !b(c))", ["f(a, !b(c))", "f(!a, b(c))"]],
  ])("swaps or drops an operator: %s", (text, mutants) => {
    expect(mutantsOf(text)).toEqual(mutants);
  });

  test("leaves a value without what stands in for it", () => {
    expect(mutantsOf("f(a ?? g(b, c), d)")).toEqual(["f(a, d)"]);
    expect(mutantsOf("f(a ?? [b] ?? c ? d : e)")).toEqual(["f(a ?? c ? d : e)", "f(a ?? [b] ? d : e)"]);
  });

  test("changes a limit to the next number and to none", () => {
    expect(mutantsOf("const most = 16;")).toEqual(["const most = 17;", "const most = 0;"]);
    expect(mutantsOf("export const none = 0;")).toEqual(["export const none = 1;"]);
  });

  test("takes a condition for granted, or for impossible", () => {
    expect(mutantsOf("if (f(a)) return b;")).toEqual(["if (true) return b;", "if (false) return b;"]);
  });

  test("leaves a statement out, but no declaration", () => {
    expect(mutantsOf("  a ||= b;")).toEqual(["  ;"]);
    expect(mutantsOf("  [a, b] = [b, a];")).toEqual(["  ;"]);
    expect(mutantsOf("  a.b++;")).toEqual(["  ;"]);
    expect(mutantsOf("  a.add(b);")).toEqual(["  ;"]);
    expect(mutantsOf("  else a = b;")).toEqual(["  else ;"]);
    expect(mutantsOf("  const a = b;")).toEqual([]);
    expect(mutantsOf("  const a =\n    f(b);")).toEqual([]);
    expect(mutantsOf("  return a(b);")).toEqual([]);
  });
});

test.each([
  ["a comment", "// a < b\n/* true\n && */"],
  ["an import", 'import {\n  a,\n} from "true";'],
  ["a type", "type A = true | (B extends C ? never : false);\nexport interface D {\n  a: true;\n}"],
  ["the text of a string", 'f("a < b && \\" true")'],
  ["a template and its holes", "f(`a < $" + "{b + `true`} > c`)"],
  ["a pattern", "f(/a < [/]true/)"],
])("%s has no mutations", (_, text) => {
  expect(mutationsOf(text)).toEqual([]);
});
