import { describe, expect, test } from "vitest";
import { valueAt } from "../src/pointer.ts";
import { fetchByPosition, itemsOf, pageNames } from "../src/positions.ts";
import { examplesOf, type SpecOperation, specs } from "../src/specs.ts";

const listings = specs.flatMap(({ operations }) => operations.filter(({ pagination }) => pagination));

/** Asks for a position, as the vendor counts it, and a size; `names` are the examples that were asked for meanwhile. */
async function ask(operation: SpecOperation, at: number, count: number, more: Record<string, string> = {}) {
  const { position = "", size = "", items = "", total, first = 0 } = operation.pagination ?? {};
  const query = new URLSearchParams({ [position]: String(first + at), [size]: String(count), ...more });
  const names: string[] = [];
  const prism = async (request: Request) => {
    const name = request.headers.get("prefer")?.replace("example=", "") ?? "";
    names.push(name);
    return Response.json(examplesOf(operation, 200).find((example) => example.name === name)?.value);
  };
  const response = await fetchByPosition(prism, operation)(new Request(`http://prism.example/?${query}`));
  const body = await response.json();
  const told = total && ("header" in total ? response.headers.get(total.header) : valueAt(body, total.body));
  return { names, items: valueAt(body, items), total: told === undefined ? undefined : Number(told) };
}

describe.each(listings)("$id:", (operation) => {
  const all = pageNames.flatMap((name) => itemsOf(operation, name));
  const isByPage = operation.pagination?.style === "page";
  const total = operation.pagination?.total ? all.length : undefined;

  test("a position where an example begins asks for that example alone", async () => {
    for (const [index, name] of pageNames.entries()) {
      const part = await ask(operation, isByPage ? index : index * 3, 3);
      expect(part).toEqual({ names: [name], items: itemsOf(operation, name), total });
    }
  });

  test("a position within an example asks for each that has an item there, and gives these items only", async () => {
    // Items 2 to 4, or page 1 of four items: 4 to 8.
    const [at, count, start] = isByPage ? [1, 4, 4] : [2, 2, 2];
    const part = await ask(operation, at, count);
    expect(part.items).toEqual(all.slice(start, start + count));
    expect(part.names).toEqual(isByPage ? ["middle", "last"] : ["first", "middle"]);
    expect((await ask(operation, 0, 50)).items).toEqual(all);
  });

  test("a position behind the last item asks for the empty example, and still tells how many there are", async () => {
    expect(await ask(operation, all.length, 3)).toEqual({ names: ["empty"], items: [], total });
  });

  test("what is not answered with 200 passes as it is", async () => {
    const refusal = Response.json({ error: "no" }, { status: 429 });
    const { position = "", size = "" } = operation.pagination ?? {};
    const request = new Request(`http://prism.example/?${position}=1&${size}=1`);
    expect(await fetchByPosition(async () => refusal, operation)(request)).toBe(refusal);
  });
});

test("a range of creation time gives the items in it, wherever in the examples they are", async () => {
  const [chats] = listings as [SpecOperation];
  const times = pageNames.flatMap((name) => itemsOf(chats, name)).map((item) => String(valueAt(item, "/createdAt")));
  const [, newest = "", , , oldest = ""] = times;
  const part = await ask(chats, 1, 2, { createdAfter: oldest, createdBefore: newest });
  expect((part.items as { createdAt: string }[]).map(({ createdAt }) => createdAt)).toEqual([times[2], times[3]]);
  expect(part.names).toEqual(["first", "middle"]);
});
