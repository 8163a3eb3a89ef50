import { expect, test } from "vitest";
import { toExamination, toVerdict } from "./examination.ts";
import type { Spec } from "./spec.ts";
import { judge } from "./specs.ts";

const answers = [{ operationId: "listNotes", schema: "NotePage", examples: [{ notes: [] }, { notes: [null] }] }];
const spec: Spec = { vendor: "acme", path: "acme.yaml", otherFiles: [], answers };

test("an examination gives the type of each answer its examples, one a line, and a text", () => {
  expect(toExamination({ module: "api.ts" }, spec)).toBe(
    [
      `import type { NotePage } from "./api.ts";`,
      `export const listNotes0: NotePage = {"notes":[]};`,
      `export const listNotes1: NotePage = {"notes":[null]};`,
      "// @ts-expect-error",
      `export const listNotesText: NotePage = "text";`,
      "",
    ].join("\n"),
  );
  expect(toExamination({ module: "api.ts", isZod: true }, spec)).toContain(
    "listNotes0: z.infer<typeof schemas.NotePage> =",
  );
});

test("an example counts once, however many complaints there are about it", () => {
  const at = (place: string, code = "TS2322") => `node_modules/.generated/${place}: error ${code}: no.`;
  const printed = [
    at("tool/acme/examination.ts(2,9)"),
    at("tool/acme/examination.ts(2,40)"),
    at("tool/acme/examination.ts(3,9)"),
    "  Types of property 'notes' are incompatible.",
    at("tool/other/examination.ts(2,9)"),
  ].join("\n");
  expect(toVerdict(printed, "tool/acme/")).toEqual({ complaints: [], refused: 2 });
  expect(toVerdict("", "tool/acme/")).toEqual({ complaints: [], refused: 0 });
});

test("a text that is taken for an answer is a complaint, and so is code that does not compile", () => {
  const any = "a/tool/acme/examination.ts(4,1): error TS2578: Unused '@ts-expect-error' directive.";
  const broken = "a/tool/acme/api.ts(7,3): error TS2304: Cannot find name 'Note'.";
  const verdict = toVerdict(`${any}\n${broken}\n`, "tool/acme/");
  expect(verdict).toEqual({ complaints: [any, broken], refused: 0 });
  expect(judge("tool", spec, verdict)).toEqual([any, broken]);
});

test("a defect that is not known fails the command, and so does a known one that is gone", () => {
  expect(judge("tool", spec, { complaints: [], refused: 0 })).toEqual([]);
  expect(judge("tool", spec, { complaints: [], refused: 1 })).toEqual([
    "tool, acme: refuses 1 examples, and 0 are known.",
  ]);
  expect(judge("oazapfts", { vendor: "cargo" }, { complaints: [], refused: 0 })).toHaveLength(1);
});
