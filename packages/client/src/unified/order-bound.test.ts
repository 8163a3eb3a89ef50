import { expect, test } from "vitest";
import type { Receipt } from "../receipt.ts";
import { boundingTime, type FeedTime } from "./order-bound.ts";

type Direction = "ascending" | "descending";
const receipt = (walk: Receipt["walk"], by?: FeedTime, direction: Direction = "descending") =>
  ({ walk, order: by && { by, direction } }) as Receipt;

test.each<[FeedTime, Receipt, FeedTime | undefined]>([
  ["created", receipt("forward", "created"), "created"],
  ["created", receipt("forward", "updated"), "updated"],
  ["updated", receipt("forward", "updated"), "updated"],
  ["updated", receipt("forward", "created"), undefined],
  ["created", receipt("forward", "created", "ascending"), undefined],
  ["created", receipt("backward", "created"), undefined],
  ["created", receipt("backward", "created", "ascending"), "created"],
  ["created", receipt("forward"), undefined],
  ["created", receipt("windows", "updated", "ascending"), "created"],
  ["updated", receipt("windows", "created"), undefined],
])("a feed by %s knows from a walk of %j that nothing newer follows by %s", (by, walk, bounding) => {
  expect(boundingTime(by, walk, 12)).toBe(bounding);
  expect(boundingTime(by, walk, 11)).toBe("unknown");
});
