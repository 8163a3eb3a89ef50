import { expect, test } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { runMutants } from "./run-mutants.ts";

test("one mistake of each kind is noticed, by a test that passes without it", { timeout: 180_000 }, async () => {
  const printed: string[] = [];
  const code = await runMutants({ isQuick: true, names: [] }, (text = "") => void printed.push(text));
  expect(printed.filter((text) => text.startsWith("KILLED")).toSorted(), printed.join("\n")).toHaveLength(4);
  expect(code, printed.join("\n")).toBe(exitCodes.clean);
});

test("a name that no mutant has is not understood", async () => {
  const printed: string[] = [];
  const code = await runMutants({ isQuick: false, names: ["no such name"] }, (text = "") => void printed.push(text));
  expect([code, ...printed]).toEqual([exitCodes.usage, "No mutant has no such name in its name."]);
});
