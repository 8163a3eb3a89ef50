import { expect, test } from "vitest";
import * as entry from "./index.ts";

test("the entry point exports these names and no others", () => {
  expect(Object.keys(entry).sort()).toEqual(["createEmulator", "driftKinds", "listen"]);
});
