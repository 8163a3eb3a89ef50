import { expect, test } from "vitest";
import { createRequestLog } from "./request-log.ts";

test("the log keeps the newest requests only", () => {
  const log = createRequestLog(3);
  const record = { vendor: null, operation: null, method: "GET", status: null };
  for (const url of ["/1", "/2", "/3", "/4"]) log.add({ ...record, url });
  expect(log.records.map(({ url }) => url)).toEqual(["/2", "/3", "/4"]);
});
