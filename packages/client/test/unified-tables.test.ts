import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { envelopeTable, filterTable, stateTable } from "./unified-tables.ts";

const page = readFileSync(new URL("../../../docs/unified.md", import.meta.url), "utf8");

describe("docs/unified.md has, word for word, the table of", () => {
  test.each([
    ["the envelope", envelopeTable],
    ["states", stateTable],
    ["filters", filterTable],
  ])("%s that is made from the data", (_, toTable) => {
    expect(page).toContain(`\n\n${toTable()}\n\n`);
  });
});
