import { expect, test } from "vitest";
import { createList } from "./list.ts";
import { measure, walkOurs, walkWithSet } from "./memory.ts";

test("the list has as many items as it says, each with an identifier of its own, the newest first", async () => {
  const read = async (offset: number) => {
    const response = await createList(250)(new Request(`https://x.example/?limit=100&offset=${offset}`));
    return (await response.json()) as { chats: { id: string; createdAt: string }[]; totalCount: number };
  };
  const pages = await Promise.all([0, 100, 200, 300].map(read));
  const chats = pages.flatMap((page) => page.chats);
  const times = chats.map(({ createdAt }) => createdAt);
  expect(pages.map((page) => [page.chats.length, page.totalCount])).toEqual([
    [100, 250],
    [100, 250],
    [50, 250],
    [0, 250],
  ]);
  expect(new Set(chats.map(({ id }) => id)).size).toBe(250);
  expect(times).toEqual(times.toSorted().reverse());
});

test.each([
  ["our walk", walkOurs],
  ["a loop with a set", walkWithSet],
])("%s brings every item, and is measured on its way and at its end", async (_, walk) => {
  let measurements = 0;
  const { bytes, mostBytes } = await measure(walk, 1055, async () => {
    measurements += 1;
  });
  expect(measurements).toBe(11);
  expect(mostBytes).toBeGreaterThanOrEqual(bytes);
});
