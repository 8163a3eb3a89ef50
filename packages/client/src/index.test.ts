import { describe, expect, test } from "vitest";
import * as cargo from "./cargo/index.ts";
import * as cotool from "./cotool/index.ts";
import * as drift from "./drift/index.ts";
import * as common from "./index.ts";
import * as invent from "./invent/index.ts";
import * as unified from "./unified/index.ts";

describe("the public surface", () => {
  test("is exactly this", () => {
    expect(Object.keys(common).sort()).toEqual([
      "AgentChatsError",
      "ConnectionError",
      "CursorError",
      "HttpError",
      "InvalidRequestError",
      "PaginationError",
      "TimeoutError",
      "UnexpectedResponseError",
      "createApi",
      "isAgentChatsError",
      "isDeclaredError",
      "paginate",
      "redact",
    ]);
    expect(Object.keys(drift).sort()).toEqual(["createDrift", "formatDriftReport", "readHar"]);
    expect(Object.keys(unified).sort()).toEqual([
      "adapters",
      "createMatcher",
      "createUnified",
      "filterKinds",
      "matches",
      "toUnifiedChat",
    ]);
    expect([cargo, cotool, invent].map((entry) => Object.keys(entry))).toEqual([
      ["createCargo"],
      ["createCotool"],
      ["createInvent"],
    ]);
  });

  test("tells its errors from others, whichever copy of the package made them", async () => {
    const copy = (await import("./errors.ts?copy" as string)) as typeof common;
    const error = new copy.CursorError("no", { vendor: "cargo" });
    expect(error instanceof common.CursorError).toBe(false);
    expect(common.isAgentChatsError(error)).toBe(true);
    expect(common.isAgentChatsError(new Error("no"))).toBe(false);
    expect(common.isAgentChatsError({ kind: "http" })).toBe(false);
    expect(common.isAgentChatsError(null)).toBe(false);
  });
});
